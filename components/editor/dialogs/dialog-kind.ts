export type DialogKind = "link" | "image" | "table" | "help";
