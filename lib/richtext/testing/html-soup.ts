/** Random HTML as bad as the world's: unclosed, misnested, hostile. For property tests. */
import fc from "fast-check";

const TAGS =
  "p div span b i u font center h1 h2 h3 h6 ul ol li a table thead tbody tfoot tr td th caption " +
  "blockquote pre sup sub strike em strong figure figcaption form script style iframe svg math " +
  "template textarea select option noscript section details summary dl dt dd o:p v:shape button";
const ATTRIBUTES = [
  'style="text-align:center"',
  'style="font-weight:bold;text-decoration:underline"',
  'style="display:none"',
  "style='white-space:pre'",
  'align="right"',
  'href="https://www.gov.cn/a b?x=1&y=[2]"',
  'href="javascript:alert(1)"',
  'href=" java\tscript:alert(1)"',
  'href="javascript://x:99999/%0aalert(1)"',
  'href="//other.example/"',
  'href="/a/b.html#c"',
  'href="data:text/html,<script>alert(1)</script>"',
  'onclick="alert(1)"',
  "onerror=alert(1)",
  'colspan="3"',
  'rowspan="2"',
  'colspan="99999"',
  'rowspan="0"',
  'start="7"',
  'scope="row"',
  'src="x.png"',
  'src="/img/x.png"',
  'src="javascript:alert(1)"',
  "hidden",
  'width="120"',
];
const WORDS = [
  "第一条　为了规范管理，",
  "　　根据法律",
  "&nbsp;&nbsp;&nbsp;&nbsp;",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\"quoted\" & 'so' <",
  " \n\t ",
  "\u0000\u0008\u{1f600}",
  "&#x110000;&#xd800;",
  "2024年11月",
  "]]>",
];

const tag = fc.constantFrom(...TAGS.split(" "));
const attributes = fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 });
const opening = fc.tuple(tag, attributes).map(([name, all]) => `<${[name, ...all].join(" ")}>`);
const piece = fc.oneof(
  { weight: 5, arbitrary: opening },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: attributes.map((all) => `<img alt="图" ${all.join(" ")}>`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("<br>", "<hr>", "<!-- c -->", "<![CDATA[x]]>", "<input>"),
  },
  { weight: 1, arbitrary: fc.string() },
);

export const htmlSoup = fc
  .array(piece, { maxLength: 60, size: "max" })
  .map((pieces) => pieces.join(""));
