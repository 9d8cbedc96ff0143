/** The page store under everything that could make it lie. Each part says how often it did: never. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bogusPath } from "./support/bad-addresses.ts";
import type { Run } from "./support/figures.ts";
import { random } from "./support/figures.ts";
import { closeConnections } from "./support/http.ts";
import { keptNow } from "./support/kept.ts";
import { damagedFiles } from "./support/pagestore-damage.ts";
import { evictedWhileHot, replacedWhileHot } from "./support/pagestore-hot.ts";
import { everythingKilled, gatewayKilled } from "./support/pagestore-outage.ts";
import {
  publishesThatOverlap,
  publishInsideRender,
  publishIntoGap,
  publishToDeafGateway,
} from "./support/pagestore-races.ts";
import { sleep, startProduct } from "./support/product.ts";
import { inParallel } from "./support/raw.ts";
import type { Part, Scene } from "./support/scene.ts";
import { sceneOf } from "./support/scene.ts";

const ROUNDS = 20;
const OVERLAPS = 5;
const BOGUS = 10_000;
const MAX_GROWTH_BYTES = 1024 * 1024;

/** Addresses of nothing cost no room on the disk. */
async function bogusAddresses(scene: Scene, next: () => number): Promise<Part> {
  await scene.read("/no-such-page");
  await scene.read("/care/no-such-page");
  await sleep(500);
  const before = await keptNow(scene.product);
  const paths = Array.from({ length: BOGUS }, () => bogusPath(next));
  let not404 = 0;
  await inParallel(paths, 12, async (path) => {
    if ((await scene.read(path)).status !== 404) not404 += 1;
  });
  await sleep(1_000);
  const growthBytes = (await keptNow(scene.product)).bytes - before.bytes;
  return {
    addresses: BOGUS,
    growthBytes,
    wrong: not404 + (growthBytes > MAX_GROWTH_BYTES ? 1 : 0),
  };
}

type Act = [name: string, act: (scene: Scene) => Promise<Part>];
type Tell = (name: string, part: Part) => void;

/** A platform in this DATA_DIR for the time of these parts. */
async function withProduct(
  dataDir: string,
  extra: Record<string, string>,
  acts: readonly Act[],
  tell: Tell,
): Promise<void> {
  const product = await startProduct(extra, { dataDir });
  const scene = sceneOf(product);
  try {
    for (const [name, act] of acts) tell(name, await act(scene));
  } finally {
    closeConnections();
    await scene.bench.close();
    await product.stop();
  }
}

export const run: Run = async (seed, say) => {
  const next = random(seed);
  const dataDir = mkdtempSync(join(tmpdir(), "zs-bench-"));
  const figures: Record<string, Part> = {};
  const tell: Tell = (name, part) => {
    figures[name] = part;
    say(`  ${name}: ${JSON.stringify(part)}`);
  };
  const slow: Act[] = [
    ["publish inside every render", (at) => publishInsideRender(at, ROUNDS)],
    ["replaced while hot", replacedWhileHot],
    ["evicted while hot", evictedWhileHot],
  ];
  const quick: Act[] = [
    ["bogus addresses", (scene) => bogusAddresses(scene, next)],
    ["publishes that overlap", (scene) => publishesThatOverlap(scene, OVERLAPS)],
    ["LISTEN cut, next killed", publishIntoGap],
    ["LISTEN deaf", publishToDeafGateway],
    ["gateway killed after withdrawals", gatewayKilled],
    ["next and PostgreSQL killed, gateway alone", (scene) => everythingKilled(scene, next)],
  ];
  try {
    tell("damaged files", await damagedFiles(seed));
    await withProduct(dataDir, {}, quick, tell);
    const little = { ZS_TEST_SLOW_READ_MS: "300", ZS_PAGE_MEMORY_BYTES: "1500000" };
    await withProduct(dataDir, little, slow, tell);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  const wrong = Object.values(figures).reduce((sum, part) => sum + part.wrong, 0);
  return { pass: wrong === 0, figures: { ...figures, wrong }, goals: { wrong: 0 } };
};
