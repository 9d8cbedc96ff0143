/** The page store under everything that could make it lie. Each part says how often it did: never. */

import type { Run } from "./support/figures.ts";
import { closeConnections } from "./support/http.ts";
import { damagedFiles } from "./support/pagestore-damage.ts";
import type { Part } from "./support/pagestore-races.ts";
import { partA, partB, partE } from "./support/pagestore-races.ts";

export const run: Run = async (seed, say) => {
  const parts: [name: string, run: () => Promise<Part>][] = [
    ["publish inside every render", () => partA()],
    ["LISTEN killed and next restarted", () => partB()],
    ["damaged files", () => damagedFiles(seed)],
    ["next and PostgreSQL down, gateway killed", () => partE()],
  ];
  const figures: Record<string, unknown> = {};
  let wrong = 0;
  for (const [name, act] of parts) {
    const part = await act();
    figures[name] = part;
    wrong += part.wrong;
    say(`  ${name}: ${JSON.stringify(part)}`);
  }
  closeConnections();
  return { pass: wrong === 0, figures: { ...figures, wrong }, goals: { wrong: 0 } };
};
