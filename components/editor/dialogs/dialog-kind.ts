export type DialogKind =
  | "link"
  | "image"
  | "video"
  | "attachment"
  | "callout"
  | "footnote"
  | "table"
  | "help";
