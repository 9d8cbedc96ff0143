/** Files of words, as an editor's own programs write them: UTF-8 or GB18030, one line a word. All of it or nothing. */
import "server-only";
import { AppError } from "#lib/errors.ts";
import type { FieldProblem } from "#lib/field-problems.ts";
import { decodeText } from "#lib/formats/charset.ts";
import type { Ctx } from "#modules/access/context.ts";
import { protectWords } from "#modules/search/curation/commands/protected.ts";
import { saveSynonyms } from "#modules/search/curation/commands/synonyms.ts";
import type { WordFile } from "#modules/search/curation/domain.ts";
import { readProtected, readSynonyms } from "#modules/search/curation/domain.ts";
import { CURATION } from "#modules/search/domain/settings.ts";
import { canManageSearch } from "#modules/search/policy.ts";

/** Each wrong line: `field` is its text, `limit` its number from 1. */
type Refused = { ok: false; problems: WordFileProblem[]; fields: FieldProblem[] };
export type WordFileProblem = "words-none" | "words-large" | "words-not-text";
export type Taken = { ok: true; value: { count: number } } | Refused;

const refuse = (...problems: WordFileProblem[]): Refused => ({ ok: false, problems, fields: [] });

type Kind<Value> = {
  read: (text: string) => WordFile<Value>;
  wrong: "line-synonym" | "line-word";
  save: (ctx: Ctx, values: readonly Value[]) => Promise<number>;
};

async function take<Value>(ctx: Ctx, bytes: Uint8Array, kind: Kind<Value>): Promise<Taken> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  if (bytes.length > CURATION.fileBytes) return refuse("words-large");
  const { text } = decodeText(bytes, "gb18030");
  // A workbook or a picture, whatever its name says.
  if (/[\0\ufffd]/u.test(text)) return refuse("words-not-text");
  const { values, wrong, isLong } = kind.read(text);
  if (isLong) return refuse("words-large");
  if (wrong.length > 0) {
    const fields = wrong.map((line) => ({
      field: line.text,
      problem: kind.wrong,
      limit: line.number,
    }));
    return { ok: false, problems: [], fields };
  }
  if (values.length === 0) return refuse("words-none");
  return { ok: true, value: { count: await kind.save(ctx, values) } };
}

/** Takes 俗称 with their official names in. @throws FORBIDDEN */
export const takeSynonymFile = (ctx: Ctx, bytes: Uint8Array): Promise<Taken> =>
  take(ctx, bytes, { read: readSynonyms, wrong: "line-synonym", save: saveSynonyms });

/** Takes words in that are never corrected; `count` is how many are new. @throws FORBIDDEN */
export const takeProtectedFile = (ctx: Ctx, bytes: Uint8Array): Promise<Taken> =>
  take(ctx, bytes, { read: readProtected, wrong: "line-word", save: protectWords });
