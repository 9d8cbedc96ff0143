/** Every guide of ../shared/data becomes a service with all that its table said. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { telephoneParts } from "#lib/format/telephone.ts";
import { compose } from "#modules/resources/commands/compose.ts";
import { importDocument } from "#modules/resources/schema.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

const FILE = join(import.meta.dirname, "../../../../../shared/data/guides_gd/dev.jsonl.gz");

type Source = {
  title: string;
  org: string;
  category: string;
  body_html: string;
  meta: Record<string, string | null> & { materials: string[]; audience: string[] };
};

const sources = gunzipSync(readFileSync(FILE))
  .toString()
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Source);

describe(`the ${sources.length} guides`, () => {
  const composed = sources.map((source) => ({
    source,
    made: compose(importDocument.parse(source)),
  }));

  test("are services, and their printed tables are not kept beside the fields", () => {
    expect(new Set(composed.map(({ made }) => made.type))).toEqual(new Set(["service"]));
    expect(
      composed.filter(({ made }) => made.text !== "").map(({ source }) => source.title),
    ).toEqual([]);
  });

  test("print every field as the source had it", () => {
    for (const { source, made } of composed) {
      const rows = typeSpec("service").index?.({ ...made, publishedAt: new Date(0) }) ?? [];
      const { meta } = source;
      const said = Object.fromEntries(rows.map(({ field, value }) => [field, value]));
      const expected = {
        agency: source.org,
        "item-type": source.category,
        audience: meta.audience.join("、"),
        conditions: meta["conditions"],
        materials: [...new Set(meta.materials.map((one) => one.trim()))].join("\n"),
        "promised-time": meta["limitPromised"],
        "legal-time": meta["limitLegal"],
        place: meta["place"],
        phone: meta["phone"],
        "supervision-phone": meta["complaint"],
        platform: meta["platform"],
        booking: meta["onlineBooking"],
        courier: meta["courier"],
        "task-code": meta["taskCode"],
      };
      const given = Object.entries(expected).flatMap(([field, value]) =>
        value?.trim() ? [[field, value.trim()]] : [],
      );
      expect(said, source.title).toEqual(Object.fromEntries(given));
    }
  });

  test("nearly every telephone field has a number to tap", () => {
    const fields = sources.flatMap(({ meta }) => [meta["phone"], meta["complaint"]]);
    const said = fields.filter((text) => /\d{5}/.test(text ?? ""));
    const silent = said.filter((text) =>
      telephoneParts(text ?? "").every(({ number }) => number === null),
    );
    expect(silent.length / said.length).toBeLessThan(0.02);
  });
});
