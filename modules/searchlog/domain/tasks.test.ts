import { expect, test } from "vitest";
import { channelOf } from "#modules/searchlog/domain/channel.ts";
import { assignProblems, isOverdue, percent } from "#modules/searchlog/domain/tasks.ts";

const facts = { holderIds: [4, 5], today: "2026-11-29" };

test("a task goes to who may do it, until today or later, while it is open", () => {
  const given = { ownerId: 4, dueOn: "2026-11-29" };
  expect(assignProblems({ state: "open" }, given, facts)).toEqual([]);
  expect(assignProblems({ state: "answered" }, { ownerId: 6, dueOn: "2026-11-28" }, facts)).toEqual(
    ["not-open", "owner-may-not", "due-past"],
  );
});

test("only what is open is late, and not on its day", () => {
  const late = (state: "open" | "answered", dueOn: string) =>
    isOverdue({ state, dueOn }, "2026-11-29");
  expect([
    late("open", "2026-11-28"),
    late("open", "2026-11-29"),
    late("answered", "2026-11-28"),
  ]).toEqual([true, false, false]);
});

test("a share of nothing is none", () => {
  expect([percent(1, 3), percent(0, 0)]).toEqual([33, null]);
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "person"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0", "person"],
  ["Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)", "robot"],
  ["Mozilla/5.0 (compatible; bingbot/2.0)", "robot"],
  ["Sogou web spider/4.0", "robot"],
  ["Mozilla/5.0 HeadlessChrome/140.0", "robot"],
  ["curl/8.5.0", "robot"],
  ["python-requests/2.32", "robot"],
  [undefined, "robot"],
])("%s is a %s", (userAgent, channel) => {
  expect(channelOf(userAgent, false)).toBe(channel);
  expect(channelOf(userAgent, true)).toBe("program");
});
