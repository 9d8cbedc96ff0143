/** What was asked, what it may have meant, and what was done with the words: never silently. */
import "server-only";
import type { Db } from "#db/client.ts";
import { formatDay } from "#lib/format/moment.ts";
import { alike } from "#modules/search/domain/alike.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { periodsIn } from "#modules/search/domain/periods.ts";
import type { Question } from "#modules/search/domain/question.ts";
import {
  namesIn,
  questionOf,
  withoutQuestion,
  withoutSaid,
} from "#modules/search/domain/question.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { listMissing } from "#modules/search/queries/candidates.ts";
import { correctionOf } from "#modules/search/queries/correct.ts";
import type { Engine } from "#modules/search/queries/engine.ts";
import { changesProtected } from "#modules/search/queries/protected.ts";
import type { Manner, Retrieved } from "#modules/search/queries/retrieve.ts";
import { retrieve } from "#modules/search/queries/retrieve.ts";
import { listSynonyms } from "#modules/search/queries/terms.ts";
import type { SearchQuery, Understood } from "#modules/search/schema.ts";

export function understoodOf(searched: string, question: Question | null): Understood {
  return {
    searched,
    suggestion: null,
    corrected: null,
    expanded: question?.expanded ?? [],
    whole: null,
    relaxed: [],
    documentNumber: question?.documentNumber ?? null,
    region: null,
    periods: [],
  };
}

/** "Last year" stands in no document of that year: it is offered as a period, and no word to look for. */
const withoutRelative = (text: string): string =>
  periodsIn(fold(text), formatDay(new Date()))
    .filter(({ isRelative }) => isRelative)
    .reduce((left, { said }) => withoutSaid(left, said), fold(text));

async function ask(db: Db, text: string, { query, filters }: Pick<Asked, "query" | "filters">) {
  // A title that is to hold the words as they are is not asked for by fewer or other ones.
  const isLiteral = query.literal || query.exactTitle;
  const plain = isLiteral ? text : withoutRelative(text);
  const bare = withoutQuestion(fold(plain).trim());
  const synonyms = isLiteral ? new Map() : await listSynonyms(db, namesIn(bare));
  return questionOf(plain, { filters, synonyms, isLiteral, number: query.documentNumber });
}

const mannerOf = (query: SearchQuery): Manner => ({
  field: query.exactTitle ? "title" : query.field,
  sort: query.sort,
  period: { from: query.from, to: query.to },
  rows: query.page * SEARCH.pageSize,
});

export type Outcome = { question: Question; found: Retrieved; understood: Understood };

const searchFor = async (asked: Asked, text: string) => {
  const meant = await ask(asked.engine.db, text, asked);
  const manner = mannerOf(asked.query);
  return { meant, better: await retrieve(asked.engine, meant, manner, { mayWiden: true }) };
};

/** What stands with those that hold all the words, and holds only some, is said; and which words nothing holds. */
async function byTitle(db: Db, asked: Asked, outcome: Outcome): Promise<Outcome> {
  const { question, found, understood } = outcome;
  if (found.isFull) {
    const isMixed = found.ranked.length > found.fullIds.length;
    return isMixed
      ? { ...outcome, understood: { ...understood, whole: found.fullIds.length } }
      : outcome;
  }
  const [first] = found.ranked;
  const like = first ? alike(question.text, fold(first.title)) : null;
  const isSlip = like && like.share < 1 && like.isSameSound && like.share > 0.5;
  if (isSlip && !(await changesProtected(db, question.text, like.piece))) {
    const corrected = { from: asked.typed, to: like.piece };
    const { meant, better } = await searchFor(asked, like.piece);
    return {
      ...(better.isFull ? { question: meant, found: better } : outcome),
      understood: { ...understood, searched: like.piece, corrected },
    };
  }
  if (!first) return outcome;
  const relaxed = await listMissing(db, first.resourceId, question.words);
  return { ...outcome, understood: { ...understood, relaxed } };
}

type Asked = { engine: Engine; typed: string; query: SearchQuery; filters: readonly string[] };

async function bySound(db: Db, asked: Asked, outcome: Outcome): Promise<Outcome> {
  const { question, found } = outcome;
  const other = question.keys.length > 0 ? null : await correctionOf(db, question.text);
  if (other === null) return await byTitle(db, asked, outcome);
  if (found.isFull) {
    const mixed = await byTitle(db, asked, outcome);
    return { ...mixed, understood: { ...mixed.understood, suggestion: other } };
  }
  const { meant, better } = await searchFor(asked, other);
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
