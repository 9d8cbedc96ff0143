/** The types that can be written today; a new type is a folder beside these and a line here. */
import type * as z from "zod";
import type { ResourceType } from "#db/enums/resources.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import { articleFromRecord } from "#modules/resources/types/article/domain.ts";
import { articleMetadata } from "#modules/resources/types/article/schema.ts";
import { linkMetadata } from "#modules/resources/types/link/schema.ts";
import type { IndexFacts, IndexField } from "#modules/resources/types/policy/domain.ts";
import { policyFromRecord, policyIndex } from "#modules/resources/types/policy/domain.ts";
import { policyMetadata } from "#modules/resources/types/policy/schema.ts";

export type TypeSpec = {
  metadata: z.ZodType<Record<string, unknown>>;
  /** Whether an edition must have a text before it can be released. */
  needsBody: boolean;
  /** Its own fields in a record of an import file, still to be checked by `metadata`. */
  fromRecord: (record: ImportDocument) => Record<string, unknown>;
  /** Rows of the index that its page prints above the text. */
  index?: (facts: IndexFacts) => IndexField[];
};

const specs: Partial<Record<ResourceType, TypeSpec>> = {
  article: { metadata: articleMetadata, needsBody: true, fromRecord: articleFromRecord },
  link: { metadata: linkMetadata, needsBody: false, fromRecord: ({ url }) => ({ href: url }) },
  policy: {
    metadata: policyMetadata,
    needsBody: true,
    fromRecord: policyFromRecord,
    index: policyIndex,
  },
};

/** @throws when nothing can be written of this type yet */
export function typeSpec(type: ResourceType): TypeSpec {
  const spec = specs[type];
  if (!spec) throw new Error(`no resource can be of type ${type} yet`);
  return spec;
}
