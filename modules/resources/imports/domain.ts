/** What a receipt says, taken apart for people: receipts are written for files and keep their field names. */

export type ReasonPart = {
  /** Field of the record, `title` or `meta-status`; null when the whole record is meant. */
  field: string | null;
  /** Key of its words; `text` says it as `values.text` has it. */
  problem: string;
  values: Record<string, string>;
};

const WHOLE = new Map([
  ["unchanged", "unchanged"],
  ["content differs: kept the stored edition", "differs"],
  ["placed", "placed"],
  ["another document has this id, with other content", "taken"],
  ["withdrawn here: not placed", "withdrawn"],
  ["not released here: not placed", "unreleased"],
  ["same id earlier in this file", "twice"],
]);

const FIELD = /^([A-Za-z_]+(?:\.[A-Za-z_]+)*): (.+)$/s;

/** The words of one complaint about a field; what is caught is the number or word it holds. */
const COMPLAINTS: readonly [RegExp, string, string | null][] = [
  [/^Too big: .*<=\s*(\d+)/, "too-long", "limit"],
  [/^Too small: .*>=\s*1\b/, "missing", null],
  [/received (?:undefined|null)$/, "missing", null],
  [/^missing$/, "missing", null],
  [/^no text$/, "no-text", null],
  [/^not a day$|^Invalid ISO date/, "not-a-day", null],
  [/^unknown word (.*)$/, "unknown-word", "word"],
  [/^Invalid\b/, "malformed", null],
];

/** Receipts say it in Chinese, then in English: the English begins with its first small word. */
const ENGLISH_AFTER = /^(.*\p{Script=Han}[^\p{Script=Han}]*?)\s+[a-z][\x20-\x7e]*$/su;

const asText = (part: string): ReasonPart => ({
  field: null,
  problem: "text",
  values: { text: ENGLISH_AFTER.exec(part)?.[1] ?? part },
});

function readPart(part: string): ReasonPart {
  const [, field = "", complaint = ""] = FIELD.exec(part) ?? [];
  for (const [pattern, problem, name] of COMPLAINTS) {
    const found = field === "" ? null : pattern.exec(complaint);
    if (found)
      return {
        field: field.replaceAll(".", "-"),
        problem,
        values: name ? { [name]: found[1] ?? "" } : {},
      };
  }
  return asText(part);
}

/** The parts of a receipt's reason, in its order; none when it has no reason. */
export function readReason(reason: string | null): ReasonPart[] {
  if (reason === null) return [];
  const whole = WHOLE.get(reason);
  if (whole) return [{ field: null, problem: whole, values: {} }];
  return reason.split("; ").map(readPart);
}
