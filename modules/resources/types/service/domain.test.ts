import { describe, expect, test } from "vitest";
import { compose } from "#modules/resources/commands/compose.ts";
import { importDocument } from "#modules/resources/schema.ts";
import { typeSaid } from "#modules/resources/types/domain.ts";
import { cardOf, typeSpec } from "#modules/resources/types/schema.ts";
import { serviceFromRecord, serviceIndex } from "#modules/resources/types/service/domain.ts";
import { serviceMetadata } from "#modules/resources/types/service/schema.ts";

const meta = {
  division: "职称处",
  phone: "0889-86112333、12333（工作日）",
  complaint: "12345",
  place: "云州市政务服务中心3号窗口",
  hours: "周一至周五 09:00—17:00",
  audience: ["自然人", "企业法人"],
  conditions: "在本省参保。",
  process: "受理\n审核\n办结",
  materials: ["申请表", "身份证"],
  limitPromised: "1(工作日)",
  limitLegal: "10(工作日)",
  fee: "不收费",
  basis: "《某某条例》第三条",
  onlineUrl: "https://zwfw.yunchuan-demo.gov.cn/item/1",
  platform: "云川省统一申办受理平台",
  courier: "是",
  onlineBooking: "否",
  taskCode: "11440000006939799Q2440114005007",
};
const row = (head: string, value: string) =>
  `<tr><th scope="row">${head}</th><td>${value}</td></tr>`;
const record = (more: Record<string, unknown> = {}) =>
  importDocument.parse({
    id: "1",
    type: "guide",
    title: "职称证书补发",
    org: "云川省人力资源和社会保障厅",
    category: "公共服务",
    meta,
    ...more,
  });
const table = [
  row("事项名称", "职称证书补发"),
  row("事项类型", "公共服务"),
  row("实施机关", "云川省人力资源和社会保障厅"),
  row("服务对象", "自然人、企业法人"),
  row("申请材料", "申请表；身份证"),
  row("咨询电话", "0889-86112333、12333（工作日）"),
].join("");

const indexOf = (metadata: unknown) =>
  serviceIndex({ title: "职称证书补发", publishedAt: new Date(0), metadata });

test.each([
  ["guide", "service"],
  ["service", "service"],
  ["organisation", "organisation"],
])("a record of type %s becomes a %s", (type, expected) => {
  expect(typeSaid(record({ type }))).toBe(expected);
});

test("every element of a record arrives in its field, and on the page in the order of questions", () => {
  const metadata = serviceMetadata.parse(serviceFromRecord(record()));
  expect(indexOf(metadata).map(({ field, value }) => [field, value])).toEqual([
    ["agency", "云川省人力资源和社会保障厅"],
    ["division", "职称处"],
    ["item-type", "公共服务"],
    ["audience", "自然人、企业法人"],
    ["conditions", "在本省参保。"],
    ["process", "受理\n审核\n办结"],
    ["materials", "申请表\n身份证"],
    ["promised-time", "1(工作日)"],
    ["legal-time", "10(工作日)"],
    ["fee", "不收费"],
    ["place", "云州市政务服务中心3号窗口"],
    ["hours", "周一至周五 09:00—17:00"],
    ["phone", "0889-86112333、12333（工作日）"],
    ["supervision-phone", "12345"],
    ["online", "https://zwfw.yunchuan-demo.gov.cn/item/1"],
    ["platform", "云川省统一申办受理平台"],
    ["booking", "否"],
    ["courier", "是"],
    ["legal-basis", "《某某条例》第三条"],
    ["task-code", "11440000006939799Q2440114005007"],
  ]);
});

test("what is not said has no row", () => {
  expect(indexOf({})).toEqual([]);
  expect(indexOf({ agency: "某局", nobody: "x" })).toEqual([]);
});

test("a result shows whom to call and where to go, in this order", () => {
  const metadata = serviceMetadata.parse(serviceFromRecord(record()));
  const fields = cardOf("service", { title: "", publishedAt: new Date(0), metadata });
  expect(fields.map(({ field }) => field)).toEqual([
    "agency",
    "division",
    "phone",
    "supervision-phone",
    "place",
    "hours",
  ]);
  expect(cardOf("article", { title: "", publishedAt: new Date(0), metadata: {} })).toEqual([]);
});

describe("the text of a record", () => {
  const bodyOf = (body_html: string) => compose(record({ body_html }));

  test("that only prints the fields is not kept a second time", () => {
    expect(bodyOf(`<table>${table}</table>`)).toMatchObject({ text: "", summary: null });
  });

  test("that says more beside its table keeps what it says more", () => {
    expect(bodyOf(`<table>${table}</table><p>先到先得。</p>`).text).toBe("先到先得。");
  });

  test.each([
    ["another row", `<table>${table}${row("办理深度", "四级")}</table>`],
    ["another value", `<table>${table.replace("申请表；身份证", "申请表；户口簿")}</table>`],
    [
      "a link",
      `<table>${table.replace("申请表；", '<a href="https://a.cn/1">申请表</a>；')}</table>`,
    ],
  ])("keeps a table that says more: %s", (_, body) => {
    expect(bodyOf(body).text).toContain("事项名称");
  });

  test("may be missing: the fields are what a reader came for", () => {
    expect(typeSpec("service").needsBody).toBe(false);
    expect(typeSpec("organisation").needsBody).toBe(false);
  });
});
