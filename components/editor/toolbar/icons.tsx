/** One stroke drawing per button, on a field of 24 by 24. */
const PATHS = {
  "text.subscript": "M4 6l8 10M12 6 4 16M16 16a2 2 0 0 1 4 0c0 1.5-4 2.5-4 4.5h4",
  "text.superscript": "M4 8l8 10M12 8 4 18M16 5a2 2 0 0 1 4 0c0 1.5-4 2.5-4 4.5h4",
  "text.clear": "M5 5h11M10 5 8 19M4 21 21 8M14 19h7",
  "align.left": "M4 6h16M4 12h10M4 18h13",
  "align.center": "M4 6h16M7 12h10M6 18h12",
  "align.right": "M4 6h16M10 12h10M7 18h13",
  "align.justify": "M4 6h16M4 12h16M4 18h16",
  "list.bullet": "M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1",
  "list.number": "M10 6h10M10 12h10M10 18h10M4 4l1.5-1v6M4 14c1-1.5 3-1 3 .5 0 1.5-3 3-3 4h3",
  "list.indent": "M4 5h16M11 10h9M11 14h9M4 19h16M4 9l3 3-3 3",
  "list.outdent": "M4 5h16M11 10h9M11 14h9M4 19h16M7 9l-3 3 3 3",
  quote: "M9 7c-3 1-4 3-4 6v4h5v-5H7M18 7c-3 1-4 3-4 6v4h5v-5h-3",
  rule: "M3 12h18M8 6h8M8 18h8",
  "history.undo": "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4",
  "history.redo": "m16 5 4 4-4 4M20 9H10a5 5 0 0 0 0 10h4",
  "link.button":
    "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  "image.button": "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h1",
  "video.button": "M3 6h13v12H3zM16 10l5-3v10l-5-3M8 9.5v5l4-2.5z",
  "attachment.button":
    "M19 11l-7.5 7.5a4.2 4.2 0 0 1-6-6L13.5 4.6a2.8 2.8 0 0 1 4 4L10 16a1.3 1.3 0 0 1-2-2l6.5-6.5",
  "footnote.button": "M3 17 7 7l4 10M4.5 13.5h5M17 5l2-1v6M14 13h7M14 17h7",
  "callout.button": "M4 4h16v12h-8l-5 5v-5H4zM12 7v4M12 13v.5",
  "table.button": "M4 5h16v14H4zM4 10h16M4 15h16M10 5v14",
  "table.head-row": "M4 5h16v14H4zM4 10h16M4 7.5h16M10 10v9",
  "table.head-column": "M4 5h16v14H4zM9 5v14M6.5 5v14M9 12h11",
  "table.row-above": "M4 12h16v7H4zM12 9V3M9 6h6",
  "table.row-below": "M4 5h16v7H4zM12 15v6M9 18h6",
  "table.row-delete": "M4 9h16v6H4zM9 3l6 3M15 3 9 6M9 18l6 3M15 18l-6 3",
  "table.column-before": "M12 4h7v16h-7zM9 12H3M6 9v6",
  "table.column-after": "M5 4h7v16H5zM15 12h6M18 9v6",
  "table.column-delete": "M9 4h6v16H9zM3 9l3 6M6 9l-3 6M18 9l3 6M21 9l-3 6",
  "table.merge": "M4 5h16v14H4zM7 12h4M17 12h-4M9 10l2 2-2 2M15 10l-2 2 2 2",
  "table.split": "M4 5h16v14H4zM12 5v14M10 12H6M14 12h4M8 10l-2 2 2 2M16 10l2 2-2 2",
  "table.delete": "M4 5h16v9M4 5v14h9M4 10h16M10 5v14M16 16l5 5M21 16l-5 5",
  "help.button": "M3 7h18v11H3zM7 11h1M12 11h1M17 11h1M8 14.5h8",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Letters that show what they do. */
export const LETTERS = {
  "text.bold": <b aria-hidden="true">B</b>,
  "text.italic": <i aria-hidden="true">I</i>,
  "text.underline": <u aria-hidden="true">U</u>,
  "text.strikethrough": <s aria-hidden="true">S</s>,
} as const;
export type LetterName = keyof typeof LETTERS;
