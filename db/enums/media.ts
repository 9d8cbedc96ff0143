/** What is known of a file's words: not read yet, read, none in it, could not be read. */
export const TEXT_STATES = ["waiting", "done", "nothing", "failed"] as const;
export type TextState = (typeof TEXT_STATES)[number];
