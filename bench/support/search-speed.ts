/** A search index of many documents on one machine: how fast it is built, how large it is, how fast it answers. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { writeRows } from "#modules/search/commands/keep.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import type { Row } from "#modules/search/domain/row.ts";
import { rowOf } from "#modules/search/domain/row.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import type { SearchIndex } from "#modules/search/schema.ts";
import type { Outcome, Run } from "./figures.ts";
import { percentile, random } from "./figures.ts";
import type { Base } from "./import-base.ts";
import { startBase } from "./import-base.ts";
import { questionOf } from "./search-question.ts";
import { suggestSpeed } from "./suggest-speed.ts";
import { generator, WORDS } from "./zipf.ts";

const CHUNK = 1_000;
const QUESTIONS = 30;
const GOALS = {
  pageP95Ms: 40,
  facetsP95Ms: 80,
  suggestionsP95Ms: 10,
  bytesADocument: 6_144,
  documentsASecond: 750,
};
const INDEXES = [
  `create index "search_document_words" on "search_document" using gin ("words")`,
  `create index "search_title_words" on "search_title" using gin ("words")`,
];

/** Words of the dictionary, the commonest first. */
function dictionary(): string[] {
  const path = createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt");
  return readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([word = ""]) => /^\p{Script=Han}{2,5}$/u.test(word))
    .sort((a, b) => Number(b[1]) - Number(a[1]))
    .slice(0, 40_000)
    .map(([word = ""]) => word);
}

/** The item and its place, without its text: an answer reads what is live once more. */
async function writePlaces(owner: Raw, rows: readonly Row[], columnId: number): Promise<void> {
  const ids = rows.map(({ resourceId }) => resourceId);
  const sites = rows.map(({ originSiteId }) => originSiteId);
  const titles = rows.map(({ title }) => title);
  await owner`
    insert into resource (id, type, origin_site_id, created_by) overriding system value
    select id, 'article', site, 'bench' from unnest(${ids}::bigint[], ${sites}::bigint[]) as g(id, site)`;
  await owner`
    insert into placement (resource_id, site_id, column_id, mode, state, path, title, published_at)
    select id, site, ${columnId}, 'original', 'live', '/zw/' || id || '.html', title, now()
    from unnest(${ids}::bigint[], ${sites}::bigint[], ${titles}::text[]) as g(id, site, title)`;
}

async function openSites(owner: Raw): Promise<void> {
  await owner`
    insert into site (code, name, short_name, level, organisation_id, region_code, id_code, sponsor, phone, address, theme, home, state)
    select 'b' || n, '试验站' || n, '站' || n, 'county', organisation_id, '990000', '98' || lpad(n::text, 8, '0'), '试验', '12345', '路', theme, home, 'online'
    from site, generate_series(2, 120) as n where code = 'yunchuan' order by n`;
}

type Built = { tokenSeconds: number; writeSeconds: number; indexSeconds: number };

/** Rows first, the indexes of words after: as a platform does that takes over another's content. */
async function build(
  base: Base,
  owner: Raw,
  count: number,
  seed: number,
  say: (line: string) => void,
) {
  const { source } = generator(seed, dictionary());
  await openSites(owner);
  await owner`drop index search_document_words`;
  await owner`drop index search_title_words`;
  await owner`set session_replication_role = replica`;
  const built: Built = { tokenSeconds: 0, writeSeconds: 0, indexSeconds: 0 };
  for (let from = 1; from <= count; from += CHUNK) {
    const started = performance.now();
    const sources = Array.from({ length: CHUNK }, (_, at) => source(from + at));
    const made = performance.now();
    const rows = sources.map(rowOf);
    built.tokenSeconds += (performance.now() - made) / 1_000;
    await writePlaces(owner, rows, base.target.columnId);
    const placed = performance.now();
    await base.bench.db.transaction((tx) => writeRows(tx, rows));
    built.writeSeconds += (performance.now() - placed) / 1_000;
    if (from % 50_000 === 1)
      say(`  ${from - 1} · ${Math.round(CHUNK / ((performance.now() - started) / 1_000))}/s`);
  }
  await owner`set maintenance_work_mem = '512MB'`;
  const started = performance.now();
  for (const index of INDEXES) await owner.unsafe(index);
  built.indexSeconds = (performance.now() - started) / 1_000;
  await owner`vacuum analyze search_document, search_title, placement`;
  return built;
}

/** Bytes of the vectors and of their indexes, all documents. */
async function sizes(owner: Raw) {
  const [row] = await owner<{ words: string; titles: string; gin: string }[]>`
    select (select sum(pg_column_size(words)) from search_document) as words,
      (select sum(pg_column_size(words)) from search_title) as titles,
      pg_relation_size('search_document_words') + pg_relation_size('search_title_words') as gin`;
  return { words: Number(row?.words), titles: Number(row?.titles), gin: Number(row?.gin) };
}

function classesOf(seed: number, count: number): Record<string, string[]> {
  const chance = random(seed + 1);
  const pick = (all: readonly string[]) => all[Math.floor(chance() * all.length)] ?? "";
  const { rareWord, source } = generator(seed, dictionary());
  const times = (make: () => string) => Array.from({ length: QUESTIONS }, make);
  const any = () => 1 + Math.floor(chance() * count);
  return {
    "一个常用词 common word": times(() => pick([...WORDS.COMMON, ...WORDS.KINDS])),
    "两个常用词 two common words": times(() => `${pick(WORDS.COMMON)} ${pick(WORDS.COMMON)}`),
    "三个词 three words": times(
      () => `${pick(WORDS.SUBJECTS)} ${pick(WORDS.COMMON)} ${pick(WORDS.KINDS)}`,
    ),
    "对象＋动作 object and action": times(() => `${pick(WORDS.SUBJECTS)}${pick(WORDS.ACTS)}`),
    "问句 question": times(() => `请问${pick(WORDS.SUBJECTS)}怎么${pick(WORDS.ACTS)}`),
    "罕见词 rare word": times(() => rareWord(any())),
    "文号 document number": times(() => source(5 * Math.ceil(any() / 5.1)).documentNumber ?? ""),
    "没有的文号 a number that is nowhere": times(
      () =>
        `云政办发〔${2010 + Math.floor(chance() * 16)}〕${20_001 + Math.floor(chance() * 5_000)}号`,
    ),
    "一个字 one letter": times(() => pick([..."法水税路证"])),
  };
}

async function measure(
  index: SearchIndex,
  queries: readonly string[],
  siteId: number,
  scope: "group" | "site",
) {
  const took: number[] = [];
  const page: number[] = [];
  for (const query of queries) {
    const question = questionOf(siteId, query, { scope });
    await index.search(question);
    page.push((await index.search(question, { hasCounts: false })).tookMs);
    took.push((await index.search(question)).tookMs);
  }
  return { page, took };
}

const both = (values: readonly number[]) => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
});

/** One run over so many documents. */
export async function searchSpeed(
  count: number,
  ...[seed, say]: Parameters<Run>
): Promise<Outcome> {
  const base = await startBase();
  const { sql: owner } = connect({
    role: "owner",
    max: 1,
    name: "bench-owner",
    url: base.url,
    statementMs: 0,
  });
  const { sql, db } = connectSearch(base.url);
  try {
    const built = await build(base, owner, count, seed, say);
    const rate = Math.round(count / (built.tokenSeconds + built.writeSeconds + built.indexSeconds));
    const bytes = await sizes(owner);
    const each = Math.round((bytes.words + bytes.titles + bytes.gin) / count);
    say(`  ${rate} 篇/秒 documents/s, ${each} 字节/篇 bytes a document`);
    await countTermsAnew(base.bench.db);
    const index = postgresIndex(db);
    const table: Record<string, unknown> = {};
    const all = { page: [] as number[], took: [] as number[] };
    for (const scope of ["group", "site"] as const)
      for (const [name, queries] of Object.entries(classesOf(seed, count))) {
        const { page, took } = await measure(index, queries, 5, scope);
        if (scope === "group") {
          all.page.push(...page);
          all.took.push(...took);
        }
        table[`${scope} ${name}`] = { page: both(page), withFacets: both(took) };
        say(`  ${scope} ${name}: ${JSON.stringify(table[`${scope} ${name}`])}`);
      }
    const suggestions = await suggestSpeed(db, 5, seed);
    say(`  建议 suggestions: ${JSON.stringify(suggestions)}`);
    const mix = { page: both(all.page), withFacets: both(all.took) };
    const pass =
      mix.page.p95 <= GOALS.pageP95Ms &&
      mix.withFacets.p95 <= GOALS.facetsP95Ms &&
      suggestions.p95 <= GOALS.suggestionsP95Ms &&
      each <= GOALS.bytesADocument &&
      rate >= GOALS.documentsASecond;
    return {
      pass,
      figures: {
        documents: count,
        built,
        rate,
        bytes,
        bytesADocument: each,
        mix,
        suggestions,
        table,
      },
      goals: GOALS,
    };
  } finally {
    await sql.end();
    await owner.end();
    await base.stop();
  }
}
