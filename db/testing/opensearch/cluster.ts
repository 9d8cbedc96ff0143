/** Indexes and aliases of a cluster of one node; requests without the wire. */
import { Index } from "./documents.ts";
import { missingIndex, only, Refusal, Stranger } from "./refusals.ts";
import { search } from "./search.ts";

type Body = Record<string, unknown>;
export type Request = { method: string; path: string; query: URLSearchParams; text: string };
type Meta = { _index: string; _id: string; version: number; version_type: string };

type Action = { kind: string; meta: Meta; source: Body | null };

/** Lines of a bulk request, a document after each that indexes one. */
function actionsOf(text: string): Action[] {
  if (!text.endsWith("\n"))
    throw new Refusal(400, "illegal_argument_exception", "must be terminated by a newline [\\n]");
  const lines = text.slice(0, -1).split("\n");
  const actions: Action[] = [];
  while (lines.length > 0) {
    const [[kind = "", meta] = []] = Object.entries(JSON.parse(lines.shift() ?? "") as Body);
    if (kind !== "index" && kind !== "delete") throw new Stranger(`the bulk action ${kind}`);
    const source = kind === "index" ? (JSON.parse(lines.shift() ?? "") as Body) : null;
    actions.push({ kind, meta: meta as Meta, source });
  }
  return actions;
}

export class Cluster {
  readonly #indices = new Map<string, Index>();
  /** Documents that a bulk request refuses, and how. */
  readonly refused = new Map<string, Refusal>();

  #withAlias = (alias: string): Index[] =>
    [...this.#indices.values()].filter(({ aliases }) => aliases.has(alias));

  #resolve(target: string): Index {
    const index = this.#indices.get(target) ?? this.#withAlias(target)[0];
    if (!index) throw missingIndex(target);
    if (this.#withAlias(target).length > 1) throw new Stranger("an alias of several indexes");
    return index;
  }

  #create(name: string, body: Body) {
    if (this.#indices.has(name))
      throw new Refusal(400, "resource_already_exists_exception", `index [${name}] already exists`);
    this.#indices.set(name, new Index(name, body));
    return { acknowledged: true, shards_acknowledged: true, index: name };
  }

  #remove(name: string) {
    if (!this.#indices.delete(name)) throw missingIndex(name);
    return { acknowledged: true };
  }

  #listAliases(pattern: string) {
    if (!pattern.endsWith("*")) throw new Stranger(`aliases of ${pattern}`);
    const begin = pattern.slice(0, -1);
    return Object.fromEntries(
      [...this.#indices.values()]
        .filter(({ name }) => name.startsWith(begin))
        .map(({ name, aliases }) => [
          name,
          { aliases: Object.fromEntries([...aliases].map((alias) => [alias, {}])) },
        ]),
    );
  }

  /** All of the actions or none. */
  #changeAliases(body: Body) {
    only(body, ["actions"], "_aliases");
    const actions = body["actions"] as Record<string, { index: string; alias: string }>[];
    for (const action of actions) {
      only(action, ["add", "remove_index"], "an action");
      for (const { index } of Object.values(action))
        if (!this.#indices.has(index)) throw missingIndex(index);
    }
    for (const { remove_index, add } of actions) {
      if (remove_index) this.#indices.delete(remove_index.index);
      if (add) this.#indices.get(add.index)?.aliases.add(add.alias);
    }
    return { acknowledged: true };
  }

  #write(kind: string, meta: Meta, source: Body | null) {
    only(meta, ["_index", "_id", "version", "version_type"], "bulk");
    if (meta.version_type !== "external") throw new Stranger("versions that are not external");
    const [index] = this.#withAlias(meta._index);
    if (!index)
      throw new Refusal(
        404,
        "index_not_found_exception",
        `no such index [${meta._index}] and [require_alias] request flag is [true] and [${meta._index}] is not an alias`,
      );
    const refusal = this.refused.get(meta._id);
    if (refusal) throw refusal;
    const result =
      kind === "index" && source
        ? index.put(meta._id, meta.version, source)
        : index.remove(meta._id, meta.version);
    const status = { created: 201, updated: 200, deleted: 200, not_found: 404 }[result];
    return { answer: { _index: index.name, _id: meta._id, status, result }, index };
  }

  #item({ kind, meta, source }: Action, touched: Set<Index>): Body {
    try {
      const { answer, index } = this.#write(kind, meta, source);
      touched.add(index);
      return { [kind]: answer };
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof Stranger) throw error;
      const { _id, _index } = meta;
      return { [kind]: { _index, _id, status: error.status, error: error.body.error } };
    }
  }

  #bulk(text: string, query: URLSearchParams) {
    only(Object.fromEntries(query), ["require_alias", "refresh"], "_bulk");
    if (query.get("require_alias") !== "true") throw new Stranger("a bulk that may make indexes");
    const touched = new Set<Index>();
    const items = actionsOf(text).map((action) => this.#item(action, touched));
    if (query.get("refresh") === "wait_for") for (const index of touched) index.refresh();
    const errors = items.some((item) =>
      Object.values(item).some((one) => "error" in (one as Body)),
    );
    return { took: 1, errors, items };
  }

  #refresh(target: string) {
    this.#resolve(target).refresh();
    return { _shards: { total: 1, successful: 1, failed: 0 } };
  }

  #search(target: string, query: URLSearchParams, body: Body) {
    only(Object.fromEntries(query), ["allow_partial_search_results"], "_search");
    return search(this.#resolve(target), body);
  }

  /** @throws {Refusal} */
  answer({ method, path, query, text }: Request): object {
    const parts = path.slice(1).split("/").map(decodeURIComponent);
    const [target = "", act = ""] = parts;
    const json = (): Body => JSON.parse(text) as Body;
    const route =
      parts.length > 2 ? "" : `${method} ${target.startsWith("_") ? target : `x/${act}`}`;
    switch (route) {
      case "PUT x/":
        return this.#create(target, json());
      case "DELETE x/":
        return this.#remove(target);
      case "GET x/_alias":
        return this.#listAliases(target);
      case "POST _aliases":
        return this.#changeAliases(json());
      case "POST _bulk":
        return this.#bulk(text, query);
      case "POST x/_refresh":
        return this.#refresh(target);
      case "POST x/_search":
        return this.#search(target, query, json());
      default:
        throw new Stranger(`${method} ${path}`);
    }
  }
}
