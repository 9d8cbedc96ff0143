/** The types that can be written today; a new type is a folder beside these and a line here. */
import type * as z from "zod";
import type { ResourceType } from "#db/enums/resources.ts";
import { articleMetadata } from "#modules/resources/types/article/schema.ts";
import { linkMetadata } from "#modules/resources/types/link/schema.ts";

export type TypeSpec = {
  metadata: z.ZodType<Record<string, unknown>>;
  /** Whether an edition must have a text before it can be released. */
  needsBody: boolean;
};

const specs: Partial<Record<ResourceType, TypeSpec>> = {
  article: { metadata: articleMetadata, needsBody: true },
  link: { metadata: linkMetadata, needsBody: false },
};

/** @throws when nothing can be written of this type yet */
export function typeSpec(type: ResourceType): TypeSpec {
  const spec = specs[type];
  if (!spec) throw new Error(`no resource can be of type ${type} yet`);
  return spec;
}
