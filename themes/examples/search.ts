/** Result pages: nothing asked, many found, nothing found. */
import type { ChoiceView, HitView, RunView, SearchView } from "#themes/contract.ts";
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

function exampleHits(look: Look): HitView[] {
  const rows = exampleRows(pathIn(look), 6);
  return rows.map((row, index) => ({
    href: row.href,
    title: marked(index === 0 ? LONGEST_TITLE : row.title),
    snippet: marked("老年人办事可以走绿色通道，网站首页都有大字的关怀版，12345 有老年人专席。"),
    isBestBet: index === 0,
    className: ["政策文件", "政务新闻", "办事服务"][index % 3] ?? "",
    from: ["云川省人民政府办公厅", "云川省财政厅"].slice(0, 1 + (index % 2)),
    publishedAt: row.publishedAt,
    documentNumber: index === 0 ? "云政办发〔2026〕12号" : null,
    validity: index === 0 ? { state: "repealed", words: "已废止" } : null,
    attachments:
      index === 1
        ? [{ title: "申请表", href: "/files/1.docx", extension: "docx", sizeBytes: 35_840 }]
        : [],
    reprints: index === 2 ? [{ name: "青石县人民政府", href: "https://www.qingshi.gov.cn/" }] : [],
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
          { title: "范围", links: choices(look, ["本网站", "全部网站"], "scope") },
          { title: "时间", links: choices(look, ["不限时间", "一周内", "2026"], "time") },
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
