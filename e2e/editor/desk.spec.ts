import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { ask } from "../support/http.ts";
import { HOUSE, running, siteOf } from "../support/product.ts";

const SITE = "yunchuan";
const desk = (): string => new URL(running().admin).origin;
/** Every route under app/admin and app/preview, from the folders themselves. */
function entryPoints(): { path: string; isEndpoint: boolean }[] {
  return ["app/admin", "app/preview"].flatMap((root) =>
    readdirSync(join(HOUSE, root), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name === "page.tsx" || name === "route.ts")
      .map((entry) => {
        const folder = entry.parentPath.slice(join(HOUSE, "app").length);
        const path = folder
          .replace(/\/\([^)]*\)/g, "")
          .replace(/\[\.\.\.[a-z]+\]/g, "session")
          .replace(/\[act\]/g, "save")
          .replace(/\[variant\]/g, "std")
          .replace(/\[[a-z]+\]/g, "1");
        return { path, isEndpoint: entry.name === "route.ts" };
      }),
  );
}
/** What a stranger must reach: signing in, and the first set-up by its token. */
const OPEN = /\/(?:sign-in|setup\/.*|api\/auth\/.*)$/;

test("a stranger is refused at every entry point of the desk", async () => {
  const points = entryPoints().filter(({ path }) => !OPEN.test(path));
  expect(points.length).toBeGreaterThan(10);
  for (const { path, isEndpoint } of points) {
    const origin = desk();
    const got = await ask(`${origin}${path}`);
    const isSentAway =
      got.status === 307 && String(got.headers.location).includes("/admin/sign-in");
    expect([path, isSentAway || [401, 404, 405].includes(got.status)]).toEqual([path, true]);
    if (!isEndpoint) continue;
    const posted = await ask(`${origin}${path}`, {
      method: "POST",
      headers: { origin, "content-length": "0" },
    });
    expect([path, [401, 403, 405].includes(posted.status)]).toEqual([path, true]);
    const foreign = await ask(`${origin}${path}`, {
      method: "POST",
      headers: { origin: "http://evil.example", "content-length": "0" },
    });
    expect([path, [401, 403, 405].includes(foreign.status)]).toEqual([path, true]);
  }
});

test("/admin on a site's own host leads to the desk with that site", async () => {
  const { origin } = siteOf(SITE);
  const answer = await ask(`${origin}/admin`);
  expect([answer.status, answer.headers.location]).toEqual([302, `${desk()}/admin?site=${SITE}`]);
});
