/** Random documents that an editor could have written, odd but allowed. For property tests. */
import fc from "fast-check";
import {
  anchor,
  attachment,
  callout,
  footnote,
  heading,
  image,
  lineBreak,
  link,
  list,
  listItem,
  paragraph,
  quoteOfBlocks,
  quoteOfWords,
  richText,
  rule,
  table,
  tableCell,
  tableRow,
  textRun,
  video,
} from "../build.ts";
import { CALLOUT_KINDS } from "../callouts.ts";
import type { Block, CellBlock, Inline, Link, List, ListItem, PlainBlock } from "../nodes.ts";

const WORDS = [
  "正文",
  " ",
  "　　",
  "",
  '<script>alert("1")</script>',
  "a&b 'c'",
  '" onmouseover="x',
  "👨‍👩‍👧",
  "\u200b",
];
const ADDRESSES = [
  "https://www.example.gov.cn/a?b=[1]&c={d}|e%zz#f#g",
  "http://例子.中国/路径",
  "/zwgk/202611/1.html",
  "#part",
  "mailto:office@example.gov.cn?subject=a'b",
  "tel:12345",
];

const text = fc
  .tuple(
    fc.oneof(fc.constantFrom(...WORDS), fc.string()),
    fc.constantFrom(0, 0, 1, 3, 8, 4, 32, 64),
  )
  .map(([words, bits]) => textRun(words.replace(/[^\P{C}\t\n\p{Cf}\p{Co}]/gu, ""), bits));
const plainInline: fc.Arbitrary<Link["children"][number]> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.constant(lineBreak()) },
);
const anyLink = fc
  .tuple(fc.constantFrom(...ADDRESSES), fc.array(plainInline, { maxLength: 3 }))
  .map(([url, children]) => link(url, children));
const clean = fc.string().map((words) => words.replace(/\p{C}/gu, ""));
const anyNote = clean.map((words) => footnote(words));
const anyAnchor = fc.constantFrom("sec2", "第二条", 'a"b<c>', "%41").map((name) => anchor(name));
const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: plainInline },
    { weight: 1, arbitrary: anyLink },
    { weight: 1, arbitrary: anyNote },
    { weight: 1, arbitrary: anyAnchor },
  ),
  { maxLength: 5 },
);
const format = fc.constantFrom("", "center", "right", "justify", "end", "left", "start");

const anyParagraph = fc
  .tuple(inlines, format, fc.nat({ max: 8 }))
  .map(([children, align, indent]) => ({ ...paragraph(children, align), indent }));
const anyHeading = fc
  .tuple(fc.constantFrom("h2", "h3", "h4", "h5", "h6"), inlines, format)
  .map(([tag, children, align]) => heading(tag, children, align));
const anyImage = fc
  .tuple(
    fc.constantFrom("/img/1.png", "https://example.gov.cn/a b|.png".replace(" ", "")),
    fc.string(),
  )
  .map(([src, alt]) => image({ src, alt: alt.replace(/\p{C}/gu, ""), width: 10, height: 20 }));

const anyFile = fc.oneof(
  fc
    .tuple(fc.constantFrom(null, 7), clean, clean)
    .map(([posterId, caption, transcript]) => video({ assetId: 8, posterId, caption, transcript })),
  clean.map((title) => attachment(9, title)),
);

const { anyList } = fc.letrec<{ anyList: List; item: ListItem }>((tie) => ({
  anyList: fc
    .tuple(fc.constantFrom("bullet", "number"), fc.array(tie("item"), { maxLength: 3 }), fc.nat(20))
    .map(([type, items, start]) => list(type, items, start)),
  item: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    inlines.map((children) => listItem(children)),
    tie("anyList").map((nested) => listItem([nested])),
  ),
}));

const plainBlock: fc.Arbitrary<PlainBlock> = fc.oneof(
  { weight: 4, arbitrary: anyParagraph },
  { weight: 3, arbitrary: anyHeading },
  { weight: 1, arbitrary: anyImage },
  { weight: 1, arbitrary: anyFile },
  { weight: 2, arbitrary: anyList },
  { weight: 1, arbitrary: fc.constant(rule()) },
);
const anyQuote = fc.oneof(
  inlines.map((children) => quoteOfWords(children)),
  fc.array(plainBlock, { maxLength: 3 }).map((children) => quoteOfBlocks(children)),
);
const anyCallout = fc
  .tuple(fc.constantFrom(...CALLOUT_KINDS), fc.array(plainBlock, { maxLength: 3 }))
  .map(([kind, children]) => callout(kind, children));
const cellBlock: fc.Arbitrary<CellBlock> = fc.oneof(
  { weight: 8, arbitrary: anyParagraph },
  { weight: 1, arbitrary: plainBlock },
  { weight: 1, arbitrary: anyQuote },
);
const span = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 4 }));
const anyCell = fc
  .tuple(fc.array(cellBlock, { maxLength: 2 }), span, span, fc.constantFrom(0, 0, 1, 1, 2, 3))
  .map(([children, colSpan, rowSpan, headerState]) => {
    return tableCell(children, { colSpan, rowSpan, headerState });
  });
const anyTable = fc
  .array(fc.array(anyCell, { maxLength: 4 }).map(tableRow), { minLength: 1, maxLength: 5 })
  .map(table);

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: plainBlock },
  { weight: 1, arbitrary: anyQuote },
  { weight: 1, arbitrary: anyCallout },
  { weight: 2, arbitrary: anyTable },
);

export const anyDocument = fc.array(anyBlock, { maxLength: 8, size: "max" }).map(richText);
