/** Every way into the desk, from the folders and sources themselves: a new one is tried without a word. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { HOUSE } from "#e2e/support/product.ts";

export type EntryPoint = { path: string; isEndpoint: boolean };

/** What stands for the parameters of an address. */
export type Target = { edition: string; asset: string };
const NOBODYS: Target = { edition: "1", asset: "1" };

/** What a stranger must reach: signing in, and the first set-up by its token. */
const OPEN = /\/(?:sign-in|setup\/.*|api\/auth\/.*)$/;

const ACTS_ROUTE = "app/admin/api/editions/[edition]/[act]/route.ts";

/** The acts on an edition, as the route lists them. */
export function listActs(): string[] {
  const source = readFileSync(join(HOUSE, ACTS_ROUTE), "utf8");
  return [...source.matchAll(/^ {2}([a-z]+): staffEndpoint/gm)].map(([, act = ""]) => act);
}

export function entryPoints(target: Target = NOBODYS): EntryPoint[] {
  const files = ["app/admin", "app/preview"].flatMap((root) =>
    readdirSync(join(HOUSE, root), { recursive: true, withFileTypes: true }),
  );
  const points = files
    .filter(({ name }) => name === "page.tsx" || name === "route.ts")
    .flatMap((entry): EntryPoint[] => {
      const folder = entry.parentPath.slice(join(HOUSE, "app").length);
      const isEndpoint = entry.name === "route.ts";
      const path = folder
        .replace(/\/\([^)]*\)/g, "")
        .replace(/\[\.\.\.[a-z]+\]/g, "session")
        .replace("[edition]", target.edition)
        .replace("[asset]", target.asset)
        .replace("[batch]", "1")
        .replace("[bet]", "1")
        .replace("[task]", "1")
        .replace("[site]", "1")
        .replace("[days]", "30")
        .replace("[variant]", "std")
        .replace("[token]", "1");
      const acts = path.includes("[act]") ? listActs() : [""];
      return acts.map((act) => ({ path: path.replace("[act]", act), isEndpoint }));
    });
  const unknown = points.filter(({ path }) => path.includes("["));
  if (unknown.length > 0) throw new Error(`no value for ${unknown.map(({ path }) => path)}`);
  return points.filter(({ path }) => !OPEN.test(path));
}

export type Told = { status: number; url: string; body: string };

/** Asks as this page would: its cookies, its origin. A body that is text already is sent as it is. */
export const askFrom = (page: Page, path: string, body?: unknown): Promise<Told> =>
  page.evaluate(
    async ([address = "", text]) => {
      const answer = await fetch(address, text === undefined ? {} : { method: "POST", body: text });
      return { status: answer.status, url: answer.url, body: await answer.text() };
    },
    [path, body === undefined || typeof body === "string" ? body : JSON.stringify(body)] as const,
  );
