/** The types that can be written today; a new type is a folder beside these and a line here. */
import type * as z from "zod";
import type { ResourceType } from "#db/enums/resources.ts";
import { RESOURCE_TYPES } from "#db/enums/resources.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import { articleFromRecord } from "#modules/resources/types/article/domain.ts";
import { articleMetadata } from "#modules/resources/types/article/schema.ts";
import type { IndexFacts, IndexField } from "#modules/resources/types/domain.ts";
import { linkMetadata } from "#modules/resources/types/link/schema.ts";
import {
  ORGANISATION_CARD,
  organisationFromRecord,
  organisationIndex,
} from "#modules/resources/types/organisation/domain.ts";
import { organisationMetadata } from "#modules/resources/types/organisation/schema.ts";
import { policyFromRecord, policyIndex } from "#modules/resources/types/policy/domain.ts";
import { policyMetadata } from "#modules/resources/types/policy/schema.ts";
import {
  isServiceRepeated,
  SERVICE_CARD,
  serviceFromRecord,
  serviceIndex,
} from "#modules/resources/types/service/domain.ts";
import { serviceMetadata } from "#modules/resources/types/service/schema.ts";

export type TypeSpec = {
  metadata: z.ZodType<Record<string, unknown>>;
  /** Whether an edition must have a text before it can be released. */
  needsBody: boolean;
  /** Its own fields in a record of an import file, still to be checked by `metadata`. */
  fromRecord: (record: ImportDocument) => Record<string, unknown>;
  /** Rows of the index that its page prints above the text. */
  index?: (facts: IndexFacts) => IndexField[];
  /** Its page says whether it is in force. */
  hasValidity?: true;
  /** Fields of the index that a search result shows, in this order. */
  card?: readonly string[];
  /** Whether the fields say all that a table of the text says: it is then not kept a second time. */
  isRepeated?: (text: string, facts: IndexFacts) => boolean;
};

const specs: Partial<Record<ResourceType, TypeSpec>> = {
  article: { metadata: articleMetadata, needsBody: true, fromRecord: articleFromRecord },
  link: { metadata: linkMetadata, needsBody: false, fromRecord: ({ url }) => ({ href: url }) },
  policy: {
    metadata: policyMetadata,
    needsBody: true,
    fromRecord: policyFromRecord,
    index: policyIndex,
    hasValidity: true,
  },
  service: {
    metadata: serviceMetadata,
    needsBody: false,
    fromRecord: serviceFromRecord,
    index: serviceIndex,
    card: SERVICE_CARD,
    isRepeated: isServiceRepeated,
  },
  organisation: {
    metadata: organisationMetadata,
    needsBody: false,
    fromRecord: organisationFromRecord,
    index: organisationIndex,
    card: ORGANISATION_CARD,
  },
};

/** @throws when nothing can be written of this type yet */
export function typeSpec(type: ResourceType): TypeSpec {
  const spec = specs[type];
  if (!spec) throw new Error(`no resource can be of type ${type} yet`);
  return spec;
}

/** Types whose results show a card. */
export const CARD_TYPES = RESOURCE_TYPES.filter((type) => specs[type]?.card);

/** Fields of a piece for a search result, in their order; none for types without a card. @rule C42 */
export function cardOf(type: ResourceType, facts: IndexFacts): IndexField[] {
  const { card = [], index } = typeSpec(type);
  const fields = new Map(index?.(facts).map((one) => [one.field, one]));
  return card.flatMap((name) => fields.get(name) ?? []);
}
