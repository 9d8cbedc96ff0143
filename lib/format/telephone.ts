/** Numbers to call as people write them: area code or none, extension or none, service numbers. */
const NUMBER =
  /(?<![\d-])(?:(?:[(（]0\d{2,3}[)）]|0\d{2,3})[-–— ]?)?(?:[2-9]\d{6,7}|[4]00-?\d{3}-?\d{4}|1[3-9]\d{9}|1\d{4}|9[56]\d{3,6})(?![\d])/g;

export type TelephonePart = {
  text: string;
  /** What `tel:` calls; null for the words between. */
  number: string | null;
};

/** Only digits and a leading plus can be called. */
export const telephoneDigits = (text: string): string => text.replace(/(?!^\+)[^\d]/g, "");

/** A text cut at its telephone numbers: `省厅：020-86351219` → `省厅：`, `020-86351219`. */
export function telephoneParts(text: string): TelephonePart[] {
  const parts: TelephonePart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(NUMBER)) {
    if (index > from) parts.push({ text: text.slice(from, index), number: null });
    parts.push({ text: found, number: telephoneDigits(found) });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), number: null });
  return parts;
}
