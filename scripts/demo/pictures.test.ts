import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drawingPath, listIllustrations } from "./pictures.ts";

const CONTENT = join(import.meta.dirname, "content");
const read = <T>(name: string): T => JSON.parse(readFileSync(join(CONTENT, name), "utf8")) as T; // safe: our own files

const illustrations = listIllustrations();
const sites = read<{ code: string }[]>("sites.json");

describe("pictures of the demo group", () => {
  test("every site has one, each in a document that is there", () => {
    const shown = new Set(illustrations.flatMap(({ documents }) => documents));
    const all = new Set<string>();
    for (const { code } of sites) {
      const ids = read<{ id: string }[]>(`${code}.json`).map(({ id }) => id);
      for (const id of ids) all.add(id);
      expect(ids.filter((id) => shown.has(id)).length, code).toBeGreaterThan(0);
    }
    expect([...shown].filter((id) => !all.has(id))).toEqual([]);
  });

  test.each(illustrations.map((one) => [one.picture, one] as const))(
    "%s is a drawing without words, and is told in words",
    (picture, { alt, caption }) => {
      const drawing = readFileSync(drawingPath(picture), "utf8");
      expect(drawing).not.toMatch(/<text|<script|<image|href|\son[a-z]+=/);
      expect(alt.length).toBeGreaterThan(caption.length);
      expect(`${alt}${caption}`).not.toMatch(/[<>"&]/);
    },
  );
});
