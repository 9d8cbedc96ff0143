import { parseFragment, serialize } from "parse5";
import { expect, test } from "vitest";
import { parseHtml } from "./parse.ts";

/** So much is parsed at once. */
const PART = 1_048_576;

test.each([
  "甲&amp;乙&lt;&nbsp;丙 &notit; &#x20BB7;丁",
  "𠮷野家",
  "一\r\n二\r三\n<pre>\n\n四</pre>",
  '<a href="http://w.example.cn/?a=1&amp;b=2" title="题">链</a>，文',
  "字<!-- 注 <b> -->字</ p>字<3 字<p",
  "one two  three\t",
  "<table>一<tr><td>二</table><b>三<p>四</b>五",
])("a long text is parsed in parts as it is whole, wherever it is cut: %s", (piece) => {
  for (let inside = 0; inside <= piece.length; inside += 1) {
    const html = `<p>${"字".repeat(PART - 3 - inside)}${piece}${"文".repeat(100)}`;
    // Compared as one: a difference of a million characters says nothing.
    expect([inside, serialize(parseHtml(html)) === serialize(parseFragment(html))]).toEqual([
      inside,
      true,
    ]);
  }
});
