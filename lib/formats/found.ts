/** What a reader of files hands on: one thing after the other, or what is wrong and where. */

/** `line` is where it stands: a line of text, or its number among the files of a folder. */
export type Broken = { line: number; problem: string };

export type Found<Value> = { line: number; value: Value };

export const isBroken = (given: object): given is Broken => "problem" in given;

/** A file that belongs to a document, whether its text points to it or not. */
export type Attachment = { url: string; title: string | null };

/** A document of another system, whatever the file was. */
export type ForeignDocument = {
  /** Identity in the system it comes from; null when the file gives none. */
  id: string | null;
  title: string;
  html: string;
  /** As it is written there. */
  date: string | null;
  author: string | null;
  source: string | null;
  url: string | null;
  category: string | null;
  keywords: string[];
  /** `post`, `page`, `attachment` …, in the words of the other system. */
  kind: string;
  /** Why citizens do not see it there (`draft`, `password`); null when they do. */
  hidden: string | null;
  attachments: Attachment[];
  /** What its reader has to say of it: another encoding than it declared. */
  notes: string[];
};

const DAY = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/;
const CLOCK = /^[T\s]*(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2}))?/;
const OFFSET = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;

const two = (word = "0") => word.padStart(2, "0");

/** `2019年1月2日 08:30` → `2019-01-02T08:30:00+08:00`; without a clock the day. */
function chineseMoment(text: string): string | null {
  const day = DAY.exec(text);
  if (!day) return null;
  const date = `${day[1]}-${two(day[2])}-${two(day[3])}`;
  const clock = CLOCK.exec(text.slice(day.index + day[0].length));
  const moment = clock ? `${date}T${two(clock[1])}:${clock[2]}:${two(clock[3])}+08:00` : date;
  return Number.isNaN(Date.parse(moment)) ? null : moment;
}

/** A moment as feeds and pages write it → ISO 8601 with its offset, or a day; null when it is none. */
export function readMoment(written: string | null | undefined): string | null {
  const text = written?.trim() ?? "";
  const chinese = OFFSET.test(text) ? null : chineseMoment(text);
  if (chinese) return chinese;
  const moment = Date.parse(text);
  return text === "" || Number.isNaN(moment) ? null : new Date(moment).toISOString();
}
