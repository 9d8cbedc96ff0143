/** What was asked, what it may have meant, and what was done with the words: never silently. */
import "server-only";
import type { Db } from "#db/client.ts";
import { alike } from "#modules/search/domain/alike.ts";
import { fold } from "#modules/search/domain/fold.ts";
import type { Question } from "#modules/search/domain/question.ts";
import { questionOf, withoutQuestion } from "#modules/search/domain/question.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { questionWords } from "#modules/search/domain/words.ts";
import { listMissing } from "#modules/search/queries/candidates.ts";
import { correctionOf } from "#modules/search/queries/correct.ts";
import type { Engine } from "#modules/search/queries/engine.ts";
import { changesProtected } from "#modules/search/queries/protected.ts";
import type { Manner, Retrieved } from "#modules/search/queries/retrieve.ts";
import { retrieve } from "#modules/search/queries/retrieve.ts";
import { listSynonyms } from "#modules/search/queries/terms.ts";
import type { SearchQuery, Understood } from "#modules/search/schema.ts";

export function understoodOf(searched: string, question: Question | null): Understood {
  const expanded = (question?.groups ?? []).flatMap((group) =>
    group.length > 1
      ? [{ from: (group[0] ?? []).join(""), to: group.slice(1).map((words) => words.join("")) }]
      : [],
  );
  return {
    searched,
    suggestion: null,
    corrected: null,
    expanded,
    relaxed: [],
    documentNumber: question?.documentNumber ?? null,
    region: null,
    years: question?.years ?? [],
  };
}

async function ask(db: Db, text: string, { query, filters }: Pick<Asked, "query" | "filters">) {
  const bare = withoutQuestion(fold(text).trim());
  const synonyms = query.literal
    ? new Map()
    : await listSynonyms(db, [bare, ...questionWords(bare)]);
  return questionOf(text, { filters, synonyms, isLiteral: query.literal });
}

const mannerOf = (query: SearchQuery): Manner => ({
  field: query.exactTitle ? "title" : query.field,
  sort: query.sort,
  period: { from: query.from, to: query.to },
  rows: query.page * SEARCH.pageSize,
});

export type Outcome = { question: Question; found: Retrieved; understood: Understood };

/** The question by its sound: searched instead only when it was nowhere as typed. */
async function byTitle(db: Db, asked: Asked, outcome: Outcome): Promise<Outcome> {
  const { question, found, understood } = outcome;
  const [first] = found.ranked;
  const like = first ? alike(question.text, fold(first.title)) : null;
  const isSlip = !found.isFull && like && like.share < 1 && like.isSameSound && like.share > 0.5;
  if (isSlip && !(await changesProtected(db, question.text, like.piece))) {
    const corrected = { from: asked.typed, to: like.piece };
    return { ...outcome, understood: { ...understood, searched: like.piece, corrected } };
  }
  if (found.isFull || !first) return outcome;
  const relaxed = await listMissing(db, first.resourceId, question.words);
  return { ...outcome, understood: { ...understood, relaxed } };
}

type Asked = { engine: Engine; typed: string; query: SearchQuery; filters: readonly string[] };

async function bySound(db: Db, asked: Asked, outcome: Outcome): Promise<Outcome> {
  const { question, found, understood } = outcome;
  const other = question.keys.length > 0 ? null : await correctionOf(db, question.text);
  if (other === null) return await byTitle(db, asked, outcome);
  if (found.isFull) return { ...outcome, understood: { ...understood, suggestion: other } };
  const meant = await ask(db, other, asked);
  const better = await retrieve(asked.engine, meant, mannerOf(asked.query), { mayWiden: true });
  if (!better.isFull) return await byTitle(db, asked, outcome);
  const corrected = { from: asked.typed, to: other };
  return {
    question: meant,
    found: better,
    understood: { ...understoodOf(other, meant), corrected },
  };
}

/** Asked as typed; when that is nowhere, as it may have been meant; and said. */
export async function understand(
  engine: Engine,
  query: SearchQuery,
  filters: readonly string[],
): Promise<Outcome> {
  const { db } = engine;
  const typed = query.documentNumber ? `${query.q} ${query.documentNumber}`.trim() : query.q;
  const asked = { engine, typed, query, filters };
  const question = await ask(db, typed, asked);
  const isStrict = query.literal || query.exactTitle || query.documentNumber !== null;
  const found = await retrieve(engine, question, mannerOf(query), { mayWiden: !isStrict });
  const outcome = { question, found, understood: understoodOf(typed, question) };
  return isStrict || !found.isWidened ? outcome : await bySound(db, asked, outcome);
}
