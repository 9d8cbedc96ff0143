/** Every field of every official document of ../shared/data, compared with its source one by one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { formatDay } from "#lib/format/moment.ts";
import { compose } from "#modules/resources/commands/compose.ts";
import { importDocument } from "#modules/resources/schema.ts";
import type { PolicyField } from "#modules/resources/types/policy/domain.ts";
import { policyMetadata } from "#modules/resources/types/policy/schema.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

const DATA = join(import.meta.dirname, "../../../../shared/data");

type Source = {
  id: string;
  title: string;
  org: string | null;
  docNo: string | null;
  date: string | null;
  category: string;
  url?: string;
  meta: Record<string, unknown>;
};

const sources = (set: string): Source[] =>
  gunzipSync(readFileSync(join(DATA, set, "dev.jsonl.gz")))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Source);

const composed = (source: Source) => compose(importDocument.parse(source));

/** As its page prints it. */
function printed(source: Source): Partial<Record<PolicyField, string | null>> {
  const { type, title, publishedAt, metadata } = composed(source);
  const facts = { title, publishedAt: publishedAt ?? new Date(0), metadata };
  return Object.fromEntries(
    typeSpec(type)
      .index?.(facts)
      .map(({ field, value }) => [field, value]) ?? [],
  );
}

describe("the 38 documents of gov.cn", () => {
  const documents = sources("policy_govcn");

  test("are official documents, all of them", () => {
    expect(documents.map((source) => composed(source).type)).toEqual(
      Array.from({ length: 38 }, () => "policy"),
    );
  });

  test("print every field of their index as it was", () => {
    for (const source of documents) {
      expect(printed(source)).toMatchObject({
        "index-no": source.meta["index"],
        theme: source.category,
        issuer: source.org,
        written: source.meta["written"],
        title: source.title,
        "doc-no": source.docNo,
        published: source.date,
      });
    }
  });

  test("keep the address they had", () => {
    for (const source of documents)
      expect(policyMetadata.parse(composed(source).metadata).originalUrl).toBe(source.url);
  });
});

describe("the 634 laws", () => {
  const documents = sources("laws");
  const official = documents.filter(({ category }) => !category.startsWith("案例"));

  test("are official documents but for the cases", () => {
    expect(documents).toHaveLength(634);
    expect(documents.filter((source) => composed(source).type === "policy")).toEqual(official);
  });

  test("print every field of their index as it was", () => {
    for (const source of official) {
      expect(printed(source)).toMatchObject({
        theme: source.category,
        genre: source.meta["level"],
        issuer: source.org || null,
        title: source.title,
        "doc-no": source.docNo || null,
        ...(source.date ? { published: source.date } : {}),
        ...(source.meta["effective"] ? { effective: source.meta["effective"] } : {}),
      });
    }
  });

  test("keep their history, their day and whether they are in force", () => {
    for (const source of documents) {
      const { validity, publishedAt, metadata, type } = composed(source);
      expect(validity.validity).toBe(source.meta["status"] === "失效" ? "expired" : "current");
      expect(publishedAt ? formatDay(publishedAt) : null).toBe(source.date || null);
      if (type === "policy")
        expect(metadata["history"]).toEqual([...new Set(source.meta["history"] as string[])]);
    }
  });
});
