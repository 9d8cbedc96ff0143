/** A running platform with articles of our own on it, for proofs of the page store. */
import type { Bench } from "./content.ts";
import { connectBench, importArticles } from "./content.ts";
import type { Got } from "./http.ts";
import { get } from "./http.ts";
import type { Product } from "./product.ts";
import { until } from "./product.ts";

/** What a part of a proof found; `wrong` is 0 or the proof fails. */
export type Part = { wrong: number } & Record<string, unknown>;

export const SITE = "yunchuan";
export const COLUMN = "zwdt/yw";

export type Article = { id: number; path: string; title: string };

export type Scene = {
  product: Product;
  bench: Bench;
  host: string;
  read: (path: string) => Promise<Got>;
  /** New articles, live, whose titles begin with this word. */
  articles: (word: string, count: number) => Promise<Article[]>;
};

export function sceneOf(product: Product): Scene {
  const bench = connectBench(product.databaseUrl);
  const host = product.hostOf(SITE);
  return {
    product,
    bench,
    host,
    read: (path) => get(product.port, host, path),
    articles: async (word, count) => {
      const titleOf = (at: number) => `${word}之${String(at).padStart(3, "0")}`;
      const place = { site: SITE, column: COLUMN };
      const ids = await importArticles(bench, place, { count, as: "published", titleOf });
      const rows = await bench.sql<{ id: string; path: string; title: string }[]>`
        select resource_id as id, path, title from placement where resource_id = any(${ids})`;
      return rows.map(({ id, path, title }) => ({ id: Number(id), path, title }));
    },
  };
}

/** Paths that do not show their new title; all of them should, soon. */
export async function listStale({ read }: Scene, titles: ReadonlyMap<string, string>) {
  const all = await Promise.all(
    [...titles].map(async ([path, title]) => ((await read(path)).body.includes(title) ? [] : path)),
  );
  return all.flat();
}

/** Milliseconds until every path shows its title, and what is stale even then. */
export async function catchUp(scene: Scene, titles: ReadonlyMap<string, string>, limitMs: number) {
  const from = performance.now();
  await until(async () => (await listStale(scene, titles)).length === 0, limitMs, 50);
  const caughtUpMs = Math.round(performance.now() - from);
  return { caughtUpMs, stale: (await listStale(scene, titles)).length };
}
