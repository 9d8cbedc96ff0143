/** What a callout may be; the words for people are in lib/i18n. Apart, for the editor takes no zod along. */
export const CALLOUT_KINDS = ["note", "tip", "important", "warning"] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];
