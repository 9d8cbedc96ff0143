import { expect, test } from "vitest";
import { statePage } from "#gateway/state-page.ts";
import type { RoutingSite } from "#lib/routing/snapshot.ts";

const site: RoutingSite = {
  id: 1,
  code: "s",
  name: "云州市<人民政府>",
  primaryHost: "www.s.localhost",
  locales: ["zh-CN"],
  state: "closed",
  stateNotice: null,
  successor: "https://www.new.gov.cn",
  stateUntil: null,
  theme: "zhongzhou-red",
  sponsor: "市政府办公室",
  phone: "12345",
  address: "人民路1号",
  idCode: "9901000001",
  icp: "云ICP备99000001号-1",
  police: "云公网安备 99010002000001号",
};

test.each(["preparing", "suspended", "closed", "off", "unavailable", "gone"] as const)(
  "the page of the state %s carries the seven items of the foot, and no script",
  (kind) => {
    const html = statePage(kind, { site });
    for (const item of ["mark", "jiucuo", "code", "sponsor", "icp", "police", "sitemap"])
      expect(html).toContain(`data-el="foot.${item}"`);
    expect(html).not.toMatch(/<script|<人民政府>/);
  },
);

test("a closed site says who took over, and a notice replaces the ordinary words", () => {
  const html = statePage("closed", { site, notice: "已并入 <新站>" });
  expect(html).toContain('href="https://www.new.gov.cn"');
  expect(html).toContain("已并入 &lt;新站&gt;");
});

test("a site that has no filings yet says so", () => {
  const html = statePage("preparing", { site: { ...site, icp: null, police: null } });
  expect(html).toContain("正在办理");
});
