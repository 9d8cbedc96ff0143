import { expect, test } from "vitest";
import { importDocument } from "#modules/resources/schema.ts";
import { fieldText, fieldValue, METADATA_FIELDS } from "#modules/resources/types/domain.ts";
import {
  organisationFromRecord,
  organisationIndex,
} from "#modules/resources/types/organisation/domain.ts";
import { organisationMetadata } from "#modules/resources/types/organisation/schema.ts";
import { cardOf, typeSpec } from "#modules/resources/types/schema.ts";

const record = importDocument.parse({
  id: "1",
  type: "organisation",
  title: "云州市生态环境局",
  org: "云州市生态环境局",
  meta: {
    duties: "负责环境监测。\n负责污染防治。",
    divisions: "办公室；法规处",
    head: "沈澄澜（局长）",
    address: "云川省云州市北屏区清溪路36号",
    postcode: "990012",
    hours: "周一至周五",
    phone: "0889-82226369",
    fax: "0889-82226370",
    website: "https://sthj.yunzhou-demo.gov.cn/",
  },
});
const facts = {
  title: record.title,
  publishedAt: new Date(0),
  metadata: organisationMetadata.parse(organisationFromRecord(record)),
};

test("a body says who it is, where it is and what it does, always in one order", () => {
  expect(organisationIndex(facts).map(({ field, value }) => [field, value])).toEqual([
    ["name", "云州市生态环境局"],
    ["head", "沈澄澜（局长）"],
    ["address", "云川省云州市北屏区清溪路36号"],
    ["postcode", "990012"],
    ["hours", "周一至周五"],
    ["phone", "0889-82226369"],
    ["fax", "0889-82226370"],
    ["website", "https://sthj.yunzhou-demo.gov.cn/"],
    ["duties", "负责环境监测。\n负责污染防治。"],
    ["divisions", "办公室\n法规处"],
  ]);
  expect(cardOf("organisation", facts).map(({ field }) => field)).toEqual([
    "address",
    "phone",
    "fax",
    "hours",
    "website",
  ]);
});

test("a postcode of other than six figures is refused by its name", () => {
  const read = organisationMetadata.safeParse({ postcode: "12345" });
  expect(read.error?.issues[0]?.path).toEqual(["postcode"]);
});

test.each(["article", "policy", "service", "organisation"] as const)(
  "every field that the desk offers for a %s is one of its type, and comes back as it was typed",
  (type) => {
    for (const field of METADATA_FIELDS[type] ?? []) {
      const typed = {
        line: "a b",
        day: "2026-11-18",
        words: "甲 乙",
        text: "一\n二",
        lines: "一\n二",
      };
      const text =
        field.name === "postcode"
          ? "990012"
          : /Url$|^website$/.test(field.name)
            ? "https://a.example.cn/"
            : typed[field.kind];
      const value = fieldValue(field, text);
      expect(fieldText(field, value), field.name).toBe(text);
      const read = typeSpec(type).metadata.safeParse({ [field.name]: value });
      expect(read.success ? read.data[field.name] : read.error.issues, field.name).toEqual(value);
    }
  },
);
