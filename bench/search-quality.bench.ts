/** Real questions with known answers: how often is the answer among the first five? Beside it plain pairs of characters. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { takeSynonymFile } from "#modules/search/curation/commands/files.ts";
import { saveSynonyms } from "#modules/search/curation/commands/synonyms.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import type { SearchAnswer, SearchIndex } from "#modules/search/schema.ts";
import { bigramIndex } from "./support/bigrams.ts";
import type { Run } from "./support/figures.ts";
import type { Base, Document } from "./support/import-base.ts";
import { startBase } from "./support/import-base.ts";
import { questionOf } from "./support/search-question.ts";

const OTHER_NAMES = join(import.meta.dirname, "../scripts/words/other-names.txt");
const SHARED = join(import.meta.dirname, "../../shared/data");
const GOALS: Record<string, number> = {
  "laws short-title": 1,
  "laws traditional": 0.99,
  "laws one-homophone-typo": 0.99,
  "laws document-number": 1,
  "guides_gd substring-of-title": 0.96,
  "guides_gd colloquial": 0.85,
  "qa_covid question": 0.5,
};
const MISSES_SHOWN = 12;
const TRIES = 5;

type Asked = { query: string; kind?: string; relevant: string[] };
type Set_ = {
  name: string;
  documents: Document[];
  queries: Asked[];
  /** Without: with the words that the product ships alone, as it is on its first day. */
  hasThesaurus: boolean;
};

const lines = <Row>(path: string): Row[] => {
  const bytes = readFileSync(join(SHARED, path));
  const text = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return text
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
};

function readSets(): Set_[] {
  const sets = ["laws", "guides_gd"].map((name) => ({
    name,
    documents: lines<Document>(`${name}/dev.jsonl.gz`),
    queries: lines<Asked>(`${name}/dev.queries.jsonl`),
    hasThesaurus: true,
  }));
  const bare = sets.slice(1).map((set) => ({
    ...set,
    name: `${set.name} shipped words`,
    hasThesaurus: false,
  }));
  const answers = lines<{ id: string; body_text: string }>("qa_covid/dev.retrieval.docs.jsonl");
  const documents = answers.map(({ id, body_text }, at) => ({
    id,
    type: "news",
    title: `答复${at + 1}`,
    org: "政务服务中心",
    date: "2020-03-01",
    body_text,
  }));
  const queries = lines<Asked>("qa_covid/dev.retrieval.queries.jsonl");
  return [
    ...sets,
    ...bare,
    {
      name: "qa_covid",
      ...{ documents, hasThesaurus: true },
      queries: queries.map((one) => ({ ...one, kind: "question" })),
    },
  ];
}

async function load(base: Base, documents: readonly Document[]): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  const batch = await openImport(base.bench.ctx, base.target, "bench");
  for (let from = 0; from < documents.length; from += 100) {
    const chunk = documents
      .slice(from, from + 100)
      .map((value, at) => ({ line: from + at + 1, value }));
    for (const { id, resourceId } of await importChunk(base.bench.ctx, batch, base.target, chunk))
      if (resourceId !== null && id !== null) ids.set(resourceId, id);
  }
  await closeImport(base.bench.ctx, batch);
  await countTermsAnew(base.bench.db);
  return ids;
}

/** 同义词词林, read and never shipped. */
async function loadThesaurus(base: Base): Promise<void> {
  const text = readFileSync(join(SHARED, "lex_synonyms/dev.synonyms.txt"), "utf8");
  const rows = text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const words = (line.split("\t")[1] ?? "").split(/[, ]/).filter((word) => word.length > 1);
      return words.map((word) => ({ word, official: words.filter((one) => one !== word) }));
    })
    .filter(({ official }) => official.length > 0 && official.length <= 4);
  await saveSynonyms(base.bench.ctx, rows);
}

/** The product's own list of other names, which wins. */
async function loadOwnNames(base: Base): Promise<void> {
  const own = await takeSynonymFile(base.bench.ctx, readFileSync(OTHER_NAMES));
  if (!own.ok) throw new Error("other-names.txt has lines that are none");
}

type Tally = {
  asked: number;
  at1: number;
  at5: number;
  plain5: number;
  misses: string[];
  /** Why, and how often. */
  reasons: Map<string, number>;
  /** Every other question: what is tuned is tuned on the first half and must hold for the second. */
  halves: { asked: number; at5: number }[];
};

const none = (): Tally => ({
  ...{ asked: 0, at1: 0, at5: 0, plain5: 0, misses: [], reasons: new Map() },
  halves: [
    { asked: 0, at5: 0 },
    { asked: 0, at5: 0 },
  ],
});

/** @param at place of the answer among the hits, -1 when it is not there */
function reasonOf(set: Set_, query: string, hits: number, at: number): string {
  if (hits === 0) return "没有结果 nothing found";
  const holding = set.documents.filter(({ title }) => String(title).includes(query)).length;
  if (holding >= 5) return "含有原词的标题有五个以上 five titles or more hold the very words";
  return at >= 0 ? "排在后面 ranked sixth to tenth" : "词不同 other words";
}

/** How good, not how fast: what a busy machine cut short is asked again. */
async function answerOf(index: SearchIndex, siteId: number, query: string): Promise<SearchAnswer> {
  for (let left = TRIES; ; left -= 1) {
    const answer = await index.search(questionOf(siteId, query), { hasCounts: false });
    if (!answer.isPartial) return answer;
    if (left === 0) throw new Error(`no whole answer to ${query}`);
  }
}

async function measure(
  index: SearchIndex,
  base: Base,
  set: Set_,
  ids: ReadonlyMap<number, string>,
): Promise<Map<string, Tally>> {
  const text = (one: Document) =>
    `${one["title"]} ${one["docNo"] ?? ""} ${String(one["body_html"] ?? one["body_text"] ?? "").replace(/<[^>]+>/g, " ")}`;
  const plain = bigramIndex(set.documents.map((one) => ({ id: one.id, text: text(one) })));
  const tallies = new Map<string, Tally>();
  for (const { query, kind = "question", relevant } of set.queries) {
    const tally = tallies.get(kind) ?? none();
    tallies.set(kind, tally);
    const { hits, understood } = await answerOf(index, base.target.siteId, query);
    const found = hits.slice(0, 5).map(({ resourceId }) => ids.get(resourceId) ?? "");
    const half = tally.halves[tally.asked % 2] ?? { asked: 0, at5: 0 };
    tally.asked += 1;
    half.asked += 1;
    if (relevant.includes(found[0] ?? "")) tally.at1 += 1;
    if (found.some((id) => relevant.includes(id))) {
      tally.at5 += 1;
      half.at5 += 1;
    } else {
      const at = hits.findIndex(({ resourceId }) => relevant.includes(ids.get(resourceId) ?? ""));
      const reason = reasonOf(set, query, hits.length, at);
      tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
      tally.misses.push(
        `${query} → ${understood.searched}（${hits.length} 条，答案在第 ${at + 1} 条）`,
      );
    }
    if (plain(query, 5).some((id) => relevant.includes(id))) tally.plain5 += 1;
  }
  return tallies;
}

export const run: Run = async (_seed, say) => {
  if (!existsSync(SHARED)) throw new Error("not run: ../shared/data is not at hand");
  const figures: Record<string, unknown> = {};
  let pass = true;
  for (const set of readSets()) {
    const base = await startBase();
    const { sql, db } = connectSearch(base.url);
    try {
      if (set.hasThesaurus) await loadThesaurus(base);
      await loadOwnNames(base);
      const ids = await load(base, set.documents);
      say(`${set.name}: ${ids.size} 篇 documents, ${set.queries.length} 问 questions`);
      for (const [kind, tally] of await measure(postgresIndex(db), base, set, ids)) {
        const name = `${set.name} ${kind}`;
        const share = (count: number) => Math.round((count / tally.asked) * 1000) / 1000;
        const figure = {
          asked: tally.asked,
          hit1: share(tally.at1),
          hit5: share(tally.at5),
          plainBigramHit5: share(tally.plain5),
          halves: tally.halves.map(({ asked, at5 }) => Math.round((at5 / asked) * 1000) / 1000),
          misses: Object.fromEntries(tally.reasons),
        };
        figures[name] = figure;
        const goal = GOALS[name] ?? 0;
        pass &&= figure.hit5 >= goal;
        say(`  ${kind}: ${JSON.stringify(figure)} 目标 goal ${goal}`);
        for (const miss of tally.misses.slice(0, MISSES_SHOWN)) say(`    ✗ ${miss}`);
      }
    } finally {
      await sql.end();
      await base.stop();
    }
  }
  return { pass, figures, goals: GOALS };
};
