/** Result pages: nothing asked, many found, nothing found. */
import type {
  BranchChoiceView,
  ChoicesView,
  ChoiceView,
  FactView,
  HitView,
  RunView,
  SearchView,
} from "#themes/contract.ts";
import type { Look } from "#themes/examples/frame.ts";
import { exampleFrame, pathIn, searchBox } from "#themes/examples/frame.ts";
import { exampleRows, LONGEST_TITLE } from "#themes/examples/news.ts";
import { exampleTranslate } from "#themes/examples/translate.ts";

const WORDS = "老年人";

function marked(text: string): RunView[] {
  const at = text.indexOf(WORDS);
  if (at === -1) return [{ text, isHit: false }];
  const rest = text.slice(at + WORDS.length);
  return [
    { text: text.slice(0, at), isHit: false },
    { text: WORDS, isHit: true },
    { text: rest, isHit: false },
  ].filter((run) => run.text !== "");
}

const FORM = "老年人优待证申请表.docx";
const FOUND_IN_FILE: Pick<HitView, "snippetFile" | "attachments"> = {
  snippetFile: FORM,
  attachments: [
    {
      ...{ title: FORM, href: "/files/1.docx", extension: "docx", sizeBytes: 35_840 },
      isWhereFound: true,
    },
    {
      ...{ title: "办理点名单", href: "/files/2.xlsx", extension: "xlsx", sizeBytes: 9_216 },
      isWhereFound: false,
    },
  ],
};

const exampleCard = (): FactView[] => [
  { name: "办理机构", lines: ["云川省人力资源和社会保障厅"], kind: "text" },
  { name: "责任处室", lines: ["养老保险处"], kind: "text" },
  { name: "咨询电话", lines: ["0889-86112333、12333（工作日）"], kind: "phone" },
  { name: "监督投诉电话", lines: ["12345"], kind: "phone" },
  { name: "受理地点", lines: ["云州市江湾区惠民路77号政务服务大厅3号窗口"], kind: "text" },
  { name: "受理时间", lines: ["周一至周五 09:00—12:00，13:30—17:00"], kind: "text" },
  {
    ...{ name: "在线办理", lines: ["https://www.qingshi.gov.cn/item/1"], kind: "web" },
    href: "https://www.qingshi.gov.cn/item/1",
  },
  { name: "来源", lines: ["云川省人力资源和社会保障厅"], kind: "text" },
];

/** What the first three have of their own. */
const OWN: Partial<HitView>[] = [
  {
    documentNumber: "云政办发〔2026〕12号",
    validity: { state: "repealed", words: "已废止" },
    isBestBet: true,
  },
  {
    ...FOUND_IN_FILE,
    place: ["云川省", "云州市", "青石县"],
  },
  {
    reprints: [{ name: "青石县人民政府", href: "https://www.qingshi.gov.cn/" }],
    card: exampleCard(),
  },
];

function exampleHits(look: Look): HitView[] {
  const rows = exampleRows(pathIn(look), 6);
  return rows.map((row, index) => ({
    href: row.href,
    title: marked(index === 0 ? LONGEST_TITLE : row.title),
    snippet: marked("老年人办事可以走绿色通道，网站首页都有大字的关怀版，12345 有老年人专席。"),
    className: ["政策文件", "政务新闻", "办事服务"][index % 3] ?? "",
    from: ["云川省人民政府办公厅", "云川省财政厅"].slice(0, 1 + (index % 2)),
    publishedAt: row.publishedAt,
    ...{
      isBestBet: false,
      isArchived: index === 3,
      documentNumber: null,
      validity: null,
      place: [],
      card: [],
    },
    ...{ snippetFile: null, attachments: [], reprints: [] },
    ...OWN[index],
  }));
}

function choices(look: Look, names: string[], word: string): ChoiceView[] {
  const at = pathIn(look);
  return names.map((name, index) => ({
    name,
    href: at(`/search?${word}=${index}`),
    isCurrent: index === 0,
    count: index === 2 ? "1000+" : null,
  }));
}

const group = (name: ChoicesView["name"], title: string, links: ChoiceView[]): ChoicesView => ({
  ...{ name, title, crumbs: [] },
  links: links.map((link) => ({ ...link, below: [] })),
});

/** 云川省 is chosen; below it are its cities, in one of them a county. */
function regionGroup(look: Look): ChoicesView {
  const region = (code: string, name: string, below: BranchChoiceView[] = []) => ({
    ...{ name, href: pathIn(look)(`/search?region=${code}`), isCurrent: false, count: "12", below },
  });
  return {
    name: "regions",
    title: "地区",
    crumbs: [
      { ...region("", "不限地区"), count: null },
      { ...region("990000", "云川省"), isCurrent: true, count: null },
    ],
    links: [region("990100", "云州市", [region("990121", "青石县")]), region("990200", "青澜市")],
  };
}
const words = (look: Look, names: string[]) =>
  names.map((name) => ({
    name,
    href: pathIn(look)(`/search?${new URLSearchParams({ q: name, via: "list" })}`),
  }));

export function searchView(look: Look, state: SearchView["state"]): SearchView {
  const at = pathIn(look);
  const t = exampleTranslate(look.locale);
  const isFound = state === "found";
  const isAsked = state !== "start";
  return {
    frame: exampleFrame(look, { path: "/search", title: t("search.title"), hasOwnSearch: true }),
    title: t("search.title"),
    form: searchBox(look),
    clear: null,
    detour: null,
    asked: {
      ...{ q: isAsked ? WORDS : "", number: "", field: "all" },
      ...{ isExact: false, from: "", to: "", hasAdvanced: !isAsked },
    },
    summary: isAsked
      ? t("search.summary", { count: isFound ? "1000+" : "0", seconds: "0.03" })
      : null,
    notes: isFound
      ? [
          {
            text: t("search.notes.expanded", { from: WORDS, to: "长者" }),
            link: {
              name: t("search.notes.literal", { words: WORDS }),
              href: at("/search?literal=1"),
            },
          },
        ]
      : [],
    classes: isAsked ? choices(look, ["全部", "政务新闻", "政策文件"], "class") : [],
    choices: isAsked
      ? [
          group("scope", "范围", choices(look, ["本网站", "全部网站"], "scope")),
          regionGroup(look),
          group(
            "organisations",
            "来源机构",
            choices(look, ["不限机构", "云川省教育厅", "云川省财政厅"], "org"),
          ),
          group("other", "时间", choices(look, ["不限时间", "一周内", "2026"], "time")),
        ]
      : [],
    hits: isFound ? exampleHits(look) : [],
    paging: isFound
      ? {
          ...{ number: 1, count: 2, total: 12, previousHref: null },
          nextHref: at("/search?page=2"),
          links: [1, 2].map((number) => ({
            number,
            href: at(`/search?page=${number}`),
            isCurrent: number === 1,
          })),
        }
      : null,
    hot: words(look, ["公积金提取", "居住证办理", "老年卡", "12345", "不动产登记资料查询"]),
    related: isAsked ? words(look, ["老年人优待证", "高龄津贴", "老年食堂补贴申请"]) : [],
    state,
  };
}
