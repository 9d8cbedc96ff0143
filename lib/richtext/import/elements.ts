import { FORMAT_BITS } from "../node-fields.ts";

const { bold, italic, strikethrough, subscript, superscript, underline } = FORMAT_BITS;

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(" "));
}

/**
 * Never imported, nor what is inside: it runs, it is not shown, or it is a control and not text.
 * `xml` is Word's island of settings.
 */
export const SKIPPED = set(
  "script style template iframe object embed applet audio video canvas noscript noembed noframes " +
    "textarea select input datalist progress meter svg title xml frameset",
);

/** Tags that go while what they hold stays, and that an importer wants to hear of. */
export const COUNTED = set("form marquee blink");

/** Where a line ends before and after. */
export const BLOCKS = set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main " +
    "menu nav ol optgroup p plaintext pre search section summary table tbody td tfoot th thead tr " +
    "ul xmp",
);

/** White space inside counts. */
export const PREFORMATTED = set("pre xmp listing plaintext");

export const LISTS = set("ul ol menu dir");

export const FORMAT_OF_TAG: Readonly<Record<string, number>> = {
  b: bold,
  strong: bold,
  i: italic,
  em: italic,
  cite: italic,
  dfn: italic,
  var: italic,
  u: underline,
  ins: underline,
  s: strikethrough,
  strike: strikethrough,
  del: strikethrough,
  sub: subscript,
  sup: superscript,
};
