/**
 * Bounds of one document. Depth, nodes and text are RELIABILITY X1: enough for the longest law or
 * work report (under 5,000 nodes, 110 KB) and too little to hold a render or the parser's stack.
 */
export const MAX_DEPTH = 40;
export const MAX_NODES = 20_000;
/** UTF-8 bytes of text, captions and alternative texts together. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;

/** Steps of indentation; themes style `ti-1` to `ti-8`. Also the deepest list: Lexical counts it as indent. */
export const MAX_INDENT = 8;

/** A page cannot show more columns, and a table of hostile spans must not cost rows × a million slots. */
export const MAX_TABLE_COLUMNS = 100;
export const MAX_ROW_SPAN = 1_000;

export const MAX_ADDRESS_LENGTH = 2_048;
export const MAX_ALT_LENGTH = 1_000;
export const MAX_CAPTION_LENGTH = 1_000;
export const MAX_IMAGE_SIDE_PX = 20_000;
export const MAX_LIST_NUMBER = 1_000_000;
/** As the list of attachments beside a text has it. */
export const MAX_FILE_TITLE_LENGTH = 120;
export const MAX_NOTE_LENGTH = 2_000;
export const MAX_ANCHOR_LENGTH = 100;
/** An hour of speech. */
export const MAX_TRANSCRIPT_LENGTH = 20_000;
