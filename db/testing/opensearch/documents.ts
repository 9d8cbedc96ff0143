/** One index: its mapping kept strictly, documents with external versions, and what a refresh has made visible. */
import { only, Refusal, Stranger } from "./refusals.ts";

type Value = string | number;
type Field = { type: string; doc_values?: boolean; copy_to?: string };

/** By field, the values that can be looked up. */
type Fields = Map<string, Set<Value>>;
export type Visible = { id: string; source: Record<string, unknown>; fields: Fields };

const isOf: Record<string, (value: unknown) => boolean> = {
  keyword: (value) => typeof value === "string" && Buffer.byteLength(value) <= 32_766,
  long: Number.isSafeInteger,
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  float: Number.isFinite,
  date: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
};

function readMapping(body: {
  mappings: { dynamic: string; properties: Record<string, Field> };
}): Map<string, Field> {
  only(body.mappings, ["dynamic", "properties"], "mappings");
  if (body.mappings.dynamic !== "strict") throw new Stranger("a mapping that is not strict");
  const mapping = new Map(Object.entries(body.mappings.properties));
  for (const [name, field] of mapping) {
    only(field, ["type", "doc_values", "copy_to"], `mapping of ${name}`);
    if (!isOf[field.type]) throw new Stranger(`the type ${field.type}`);
    if (field.copy_to && !mapping.has(field.copy_to))
      throw new Refusal(400, "mapper_parsing_exception", `no field ${field.copy_to}`);
  }
  return mapping;
}

export class Index {
  readonly name: string;
  readonly aliases = new Set<string>();
  readonly #mapping: Map<string, Field>;
  /** Null: deleted; the version is remembered. */
  readonly #documents = new Map<string, { version: number; source: Visible["source"] | null }>();
  #visible: Visible[] = [];

  constructor(name: string, body: Record<string, unknown>) {
    only(body, ["settings", "mappings", "aliases"], "index");
    const { index } = body["settings"] as { index: object };
    const settings = ["number_of_shards", "auto_expand_replicas", "refresh_interval", "gc_deletes"];
    only(index, settings, "settings.index");
    this.name = name;
    this.#mapping = readMapping(body as Parameters<typeof readMapping>[0]);
    for (const alias of Object.keys(body["aliases"] as object)) this.aliases.add(alias);
  }

  get visible(): readonly Visible[] {
    return this.#visible;
  }

  /** @throws {Refusal} of a field that is not there, or cannot be sorted and counted by */
  field(name: string, { isCounted = false } = {}): Field {
    const field = this.#mapping.get(name);
    if (!field) throw new Stranger(`the field ${name}`);
    if (isCounted && field.doc_values === false)
      throw new Refusal(400, "illegal_argument_exception", `no doc values on [${name}]`);
    return field;
  }

  /** As it is looked up. @throws {Refusal} of what the mapping does not allow */
  #values(name: string, given: unknown): [Field, Value[]] {
    const field = this.#mapping.get(name);
    if (!field)
      throw new Refusal(400, "strict_dynamic_mapping_exception", `[${name}] is not allowed`);
    const values: unknown[] = Array.isArray(given) ? given : [given];
    if (!values.every((value) => isOf[field.type]?.(value)))
      throw new Refusal(400, "mapper_parsing_exception", `failed to parse field [${name}]`);
    const kept = field.type === "date" ? values.map((one) => Date.parse(String(one))) : values;
    return [field, kept as Value[]];
  }

  #fieldsOf(source: Visible["source"]): Fields {
    const fields: Fields = new Map();
    for (const [name, given] of Object.entries(source)) {
      const [{ copy_to: copy }, values] = this.#values(name, given);
      for (const at of copy ? [name, copy] : [name])
        fields.set(at, new Set([...(fields.get(at) ?? []), ...values]));
    }
    return fields;
  }

  #claim(id: string, version: number): boolean {
    const known = this.#documents.get(id);
    if (known && known.version >= version)
      throw new Refusal(
        409,
        "version_conflict_engine_exception",
        `[${id}]: version conflict, current version [${known.version}] is higher or equal to the one provided [${version}]`,
      );
    return known !== undefined && known.source !== null;
  }

  put(id: string, version: number, source: Visible["source"]): "created" | "updated" {
    this.#fieldsOf(source);
    const isKnown = this.#claim(id, version);
    this.#documents.set(id, { version, source });
    return isKnown ? "updated" : "created";
  }

  remove(id: string, version: number): "deleted" | "not_found" {
    const isKnown = this.#claim(id, version);
    this.#documents.set(id, { version, source: null });
    return isKnown ? "deleted" : "not_found";
  }

  refresh(): void {
    this.#visible = [...this.#documents].flatMap(([id, { source }]) =>
      source ? [{ id, source, fields: this.#fieldsOf(source) }] : [],
    );
  }
}
