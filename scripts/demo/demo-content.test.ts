/** What the demo group promises: real sites, full columns, fresh news, and no place that exists. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

/** The day on which the demo is looked at; content is written towards it. */
const DEMO_DAY = "2026-11-25";

const CONTENT = join(import.meta.dirname, "content");
const LEVELS = ["province", "city", "county", "department"] as const;
const FRESH_DAYS = { F14: 14, F90: 90, F180: 180, F365: 365 } as const;
/** First segments that the platform keeps for itself. */
const RESERVED = new Set(
  "en zh-hant care t files admin api sites preview healthz readyz _next search my go prefs".split(
    " ",
  ),
);
const REAL_PLACES =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆/;

type Site = {
  code: string;
  name: string;
  level: (typeof LEVELS)[number];
  parent: string | null;
  regionCode: string;
  idCode: string;
  sponsor: string;
  contact: { phone: string; address: string; email: string | null };
  icp: string;
  police: string;
  hosts: string[];
  emblem: string;
  template: string;
};
type Column = {
  path: string;
  name: string;
  description: string;
  freshness: keyof typeof FRESH_DAYS | "FX";
  isBlankAllowed: boolean;
  children: Column[];
};
type Template = {
  code: string;
  columns: Column[];
  home: { blocks: { column: string }[]; services: { column?: string }[] };
};
type Document = {
  id: string;
  type: string;
  title: string;
  source: string;
  docNo: string | null;
  date: string;
  body_html: string;
  meta?: Record<string, string | string[]>;
  column: string;
};
type Placement = { idPattern: string; sites: string[]; column: string };

const read = <Content>(name: string): Content =>
  JSON.parse(readFileSync(join(CONTENT, name), "utf8")) as Content;
const flatten = (columns: Column[]): Column[] =>
  columns.flatMap((column) => [column, ...flatten(column.children)]);
const daysBefore = (date: string): number =>
  Math.round((Date.parse(DEMO_DAY) - Date.parse(date.slice(0, 10))) / 86_400_000);
/** What a reader finds: the text, and the fields above it. */
const wholeText = ({ title, body_html, meta = {} }: Document): string =>
  [title, textOf(body_html), ...Object.values(meta).flat()].join(" ");
const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ");
const isUnder = (path: string, column: string): boolean =>
  path === column || path.startsWith(`${column}/`);

const sites = read<Site[]>("sites.json");
const byCode = new Map(sites.map((site) => [site.code, site]));
const templates = new Map(
  read<Template[]>("templates.json").map((template) => [template.code, template]),
);
const placements = read<Placement[]>("seed-placement.json");
const seedIds = gunzipSync(readFileSync(join(CONTENT, "seed.jsonl.gz")))
  .toString()
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { id: string }).id);
const documents = new Map(sites.map(({ code }) => [code, read<Document[]>(`${code}.json`)]));
const columnsOf = (site: Site): Column[] => flatten(templates.get(site.template)?.columns ?? []);

/** Documents of our own and of the seed that a column shows, its children's included. */
function shownIn(site: Site, column: string): number {
  const own = (documents.get(site.code) ?? []).filter((document) =>
    isUnder(document.column, column),
  );
  const seeded = placements
    .filter((rule) => rule.sites.includes(site.code) && isUnder(rule.column, column))
    .flatMap(({ idPattern }) => seedIds.filter((id) => new RegExp(idPattern).test(id)));
  return own.length + seeded.length;
}

/** Six-character pieces without figures: what two bulletins of one kind have in common. */
function pieces(html: string): Set<string> {
  const text = textOf(html).replace(/[\d\s.,:%+—-]+/g, "");
  return new Set(
    Array.from({ length: Math.max(0, text.length - 5) }, (_, at) => text.slice(at, at + 6)),
  );
}

function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((piece) => other.has(piece)).length;
  return common / (one.size + other.size - common || 1);
}

describe("the sites", () => {
  test("are twelve or more, on all four levels", () => {
    expect(sites.length).toBeGreaterThanOrEqual(12);
    expect(new Set(sites.map(({ level }) => level))).toEqual(new Set(LEVELS));
  });

  test("hang under a site of a higher level, in its region", () => {
    const parentLevels = {
      province: [],
      city: ["province"],
      county: ["city"],
      department: ["province", "city"],
    };
    for (const site of sites) {
      const parent = site.parent === null ? null : byCode.get(site.parent);
      expect(parentLevels[site.level], site.code).toEqual(
        parent ? expect.arrayContaining([parent.level]) : [],
      );
      if (parent)
        expect(site.regionCode).toMatch(new RegExp(`^${parent.regionCode.replace(/(00)+$/, "")}`));
    }
  });

  test("have identification codes of their own region", () => {
    for (const { code, idCode, regionCode } of sites) {
      expect(idCode, code).toMatch(/^\d{10}$/);
      expect(idCode.slice(0, 6), code).toBe(regionCode);
      expect(regionCode, code).toMatch(/^99/);
    }
    expect(new Set(sites.map(({ idCode }) => idCode)).size).toBe(sites.length);
  });

  test("answer to hosts that nobody else has; departments below their government", () => {
    const hosts = sites.flatMap((site) => site.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const site of sites) {
      const own = site.level === "department" ? site.parent : site.code;
      expect(site.hosts[0], site.code).toMatch(new RegExp(`^[a-z]+\\.${own}\\.localhost$`));
      expect(site.hosts[0]?.startsWith("www."), site.code).toBe(site.level !== "department");
    }
  });

  test("can print a complete footer, with the national emblem only for governments", () => {
    for (const site of sites) {
      expect(site.sponsor, site.code).toMatch(/^(云川省|云州市|青澜市|松崖市|青石县|鹭屿县)/);
      expect(site.contact.phone, site.code).toMatch(/^0889-8\d{7}$/);
      expect(site.contact.address, site.code).toMatch(/^云川省.+号$/);
      expect(site.contact.email ?? "x@y-demo.gov.cn", site.code).toMatch(/-demo\.gov\.cn$/);
      expect(site.icp, site.code).toMatch(/^云ICP备99\d{6}号-1$/);
      expect(site.police, site.code).toMatch(new RegExp(`^云公网安备 ${site.regionCode}\\d{8}号$`));
      expect(site.emblem, site.code).toBe(site.level === "department" ? "none" : "national");
      expect(templates.has(site.template), site.code).toBe(true);
    }
  });
});

test("every region that a site stands in has a name", () => {
  const names = read<Record<string, string>>("regions.json");
  for (const { regionCode, code } of sites) expect(names[regionCode], code).toBeTruthy();
  expect(Object.values(names).join(" ")).not.toMatch(REAL_PLACES);
});

describe.each(sites)("the guides and bodies of $name", (site) => {
  const own = documents.get(site.code) ?? [];

  test("say whom to call, where to go and when", () => {
    const facts = own.filter(({ type }) => type === "guide" || type === "organisation");
    expect(facts.some(({ type }) => type === "organisation")).toBe(true);
    for (const { id, type, meta = {} } of facts) {
      const needed = type === "guide" ? ["division", "complaint", "place"] : ["duties", "address"];
      for (const name of [...needed, "phone", "hours"])
        expect(meta[name]?.length, `${id} ${name}`).toBeGreaterThan(0);
      expect(String(meta["phone"]), id).toMatch(/^(12345|0889-8\d{7})$/);
    }
  });
});

describe.each([...templates.values()])("the template $code", (template) => {
  const columns = flatten(template.columns);

  test("has five to eight channels and short, distinct names", () => {
    expect(template.columns.length).toBeGreaterThanOrEqual(5);
    expect(template.columns.length).toBeLessThanOrEqual(8);
    expect(new Set(columns.map(({ path }) => path)).size).toBe(columns.length);
    for (const { path, name, description, isBlankAllowed } of columns) {
      expect(name.length, path).toBeLessThanOrEqual(10);
      expect(description, path).toMatch(/。$/);
      expect(isBlankAllowed, path).toBe(false);
      expect(RESERVED.has(path.split("/")[0] ?? ""), path).toBe(false);
    }
  });

  test("keeps children below their parents", () => {
    for (const parent of columns)
      for (const child of parent.children)
        expect(child.path.startsWith(`${parent.path}/`), child.path).toBe(true);
  });

  test("shows only columns that it has on its home page", () => {
    const paths = columns.map(({ path }) => path);
    for (const { column } of [...template.home.blocks, ...template.home.services])
      expect(paths).toContain(column);
    expect(template.home.services.length).toBeGreaterThanOrEqual(6);
    expect(template.home.services.length).toBeLessThanOrEqual(8);
  });
});

describe.each(sites)("the documents of $name", (site) => {
  const own = documents.get(site.code) ?? [];
  const columns = columnsOf(site);
  const leaves = columns.filter(({ children }) => children.length === 0);

  test("are many enough, in every column of the template", () => {
    expect(own.length).toBeGreaterThanOrEqual(site.level === "province" ? 60 : 25);
    for (const { path } of columns)
      expect(shownIn(site, path), `${site.code}/${path}`).toBeGreaterThanOrEqual(3);
    for (const { path } of leaves.filter((leaf) => leaf.path.startsWith("zwdt/")))
      expect(shownIn(site, path), `${site.code}/${path}`).toBeGreaterThanOrEqual(12);
  });

  test("stand in columns without children, and so does the seed", () => {
    const paths = new Set(leaves.map(({ path }) => path));
    const rules = placements.filter((rule) => rule.sites.includes(site.code));
    for (const { column, ...document } of [...own, ...rules])
      expect(paths.has(column), JSON.stringify(document).slice(0, 80)).toBe(true);
  });

  test("have ids, titles and sources that make sense", () => {
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    expect(new Set(own.map(({ title }) => title)).size).toBe(own.length);
    const numbers = own.flatMap(({ docNo }) => docNo ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { id, type, title, source } of own) {
      expect(id).toMatch(new RegExp(`^demo-${site.code}-\\d{3}$`));
      // A body is called as it is called.
      expect(title.length, title).toBeGreaterThanOrEqual(type === "organisation" ? 5 : 10);
      expect(title.length, title).toBeLessThanOrEqual(42);
      expect(source, title).not.toBe("");
    }
  });

  test("are published in 2026, before the demo day, on weekdays and in office hours", () => {
    for (const { id, date } of own) {
      expect(date, id).toMatch(/^2026-\d\d-\d\dT(08|09|1[0-7]):\d\d:00\+08:00$/);
      expect(daysBefore(date), id).toBeGreaterThan(0);
      expect([0, 6], id).not.toContain(new Date(date.slice(0, 10)).getUTCDay());
    }
  });

  test("keep every column as fresh as its class asks", () => {
    for (const { path, freshness } of columns) {
      if (freshness === "FX") continue;
      const ages = own
        .filter((document) => isUnder(document.column, path))
        .map(({ date }) => daysBefore(date))
        .toSorted((one, other) => one - other);
      expect(ages[0], `${site.code}/${path}`).toBeLessThanOrEqual(FRESH_DAYS[freshness]);
      if (freshness !== "F14") continue;
      const gaps = ages.slice(1).map((age, at) => age - (ages[at] ?? 0));
      if (path.startsWith("zwdt/"))
        expect(Math.max(...gaps), `${site.code}/${path}`).toBeLessThanOrEqual(14);
    }
  });

  test("name no real place and leave no mark of how they were made", () => {
    for (const document of own) {
      const { id, title } = document;
      const text = wholeText(document);
      expect(text.match(REAL_PLACES)?.[0], id).toBeUndefined();
      expect(text, id).not.toMatch(/[{}|[\]<>]|\*\*|undefined|NaN|人民政府人民政府/);
      expect(text.length - title.length, id).toBeGreaterThanOrEqual(200);
    }
  });

  test("link only to columns of their own site", () => {
    const paths = new Set(columns.map(({ path }) => `/${path}`));
    for (const { id, body_html } of own)
      for (const [, href = ""] of body_html.matchAll(/ href="([^"]*)"/g))
        expect(paths.has(href), `${id} → ${href}`).toBe(true);
  });

  test("do not repeat one another within a column", () => {
    for (const { path } of leaves) {
      const group = own
        .filter(({ column }) => column === path)
        .map(({ id, body_html }) => ({ id, parts: pieces(body_html) }));
      for (const [at, one] of group.entries())
        for (const other of group.slice(at + 1))
          expect(likeness(one.parts, other.parts), `${one.id} ${other.id}`).toBeLessThan(0.6);
    }
  });
});

test("the content stays small enough to live in the repository", () => {
  const names = [
    "sites",
    "templates",
    "regions",
    "seed-placement",
    ...sites.map(({ code }) => code),
  ];
  const sizes = names.map((name) => statSync(join(CONTENT, `${name}.json`)).size);
  expect(Math.max(...sizes)).toBeLessThan(200 * 1024);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * 1024 * 1024);
});
