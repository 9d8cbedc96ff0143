import { describe, expect, test } from "vitest";
import { readDrawn } from "#gateway/drawn.ts";

const FEED = '<?xml version="1.0"?><rss><!--$--><script>x</script></rss>';
const answer = (status: number, type: string, body: string, tags?: string) => ({
  status,
  headers: { "content-type": type, ...(tags === undefined ? {} : { "x-zs-tags": tags }) },
  body: Buffer.from(body),
});

describe("files for programs", () => {
  test.each([
    "application/rss+xml; charset=utf-8",
    "application/atom+xml; charset=utf-8",
    "application/feed+json; charset=utf-8",
    "application/xml",
    "text/plain; charset=utf-8",
  ])("%s is kept to the byte, under the tags it names", (type) => {
    expect(readDrawn(answer(200, type, FEED, "site:1,column:2"))).toEqual({
      status: 200,
      contentType: type,
      location: null,
      tags: ["site:1", "column:2"],
      body: Buffer.from(FEED),
      isKept: true,
    });
  });

  test.each([
    ["without tags nothing could tell that it changed", 200, "application/rss+xml", undefined],
    ["a failure is no file", 500, "application/rss+xml", "site:1"],
    ["what the platform refused is not kept", 410, "text/plain", "site:1"],
    ["a kind that we do not make", 200, "application/javascript", "site:1"],
    ["a picture", 200, "image/svg+xml", "site:1"],
    ["an answer that does not say what it is", 200, "", "site:1"],
  ])("%s", (_, status, type, tags) => {
    expect(readDrawn(answer(status, type, FEED, tags))).toBeNull();
  });
});

test("a page is stripped and keeps the tags it was drawn from and those of its address", () => {
  const html =
    '<!doctype html><html><body><script src="/x.js"></script><script type="application/json" data-tags="site:1">[]</script></body></html>';
  const page = readDrawn(answer(410, "text/html; charset=utf-8", html, "resource:7"));
  expect(page).toMatchObject({ status: 410, tags: ["site:1", "resource:7"] });
  expect(page?.body.toString()).toBe("<!doctype html><html><body></body></html>");
});

test("an answer to one reader's question is not kept", () => {
  const drawn = answer(
    200,
    "text/html; charset=utf-8",
    '<!doctype html><html><body><script type="application/json" data-tags="site:1">[]</script></body></html>',
  );
  expect(readDrawn(drawn)?.isKept).toBe(true);
  const asked = { ...drawn, headers: { ...drawn.headers, "x-zs-keep": "0" } };
  expect(readDrawn(asked)?.isKept).toBe(false);
});

test("where something moved to is kept, its words are not", () => {
  const drawn = { ...answer(301, "text/plain", "moved", "resource:7"), status: 301 };
  expect(readDrawn({ ...drawn, headers: { ...drawn.headers, location: "/b" } })).toMatchObject({
    status: 301,
    location: "/b",
    tags: ["resource:7"],
    body: Buffer.alloc(0),
  });
});
