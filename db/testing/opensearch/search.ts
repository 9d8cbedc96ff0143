/** Searches of one index: the clauses, orders and counts that the platform asks with, and nothing else. */
import type { Index, Visible } from "./documents.ts";
import { only, Refusal, Stranger } from "./refusals.ts";

type Body = Record<string, unknown>;

/** Not found: null. A filter scores 0. */
type Match = (document: Visible) => number | null;

const MAX_CLAUSES = 1_024;
const MAX_WINDOW = 10_000;

const single = (body: unknown, where: string): [string, unknown] => {
  const entries = Object.entries(body as Body);
  const [first] = entries;
  if (entries.length !== 1 || !first) throw new Stranger(`${where} with ${entries.length} words`);
  return first;
};

class Compiler {
  readonly #index: Index;
  #clauses = 0;

  constructor(index: Index) {
    this.#index = index;
  }

  readonly #kinds: Record<string, (body: Body) => Match> = {
    term: (body) => {
      const [field, given] = single(body, "term");
      only(given, ["value"], "term");
      this.#index.field(field);
      const { value } = given as { value: string };
      return ({ fields }) => (fields.get(field)?.has(value) ? 1 : null);
    },
    terms: (body) => {
      const [field, values] = single(body, "terms");
      this.#index.field(field);
      return ({ fields }) =>
        (values as number[]).some((value) => fields.get(field)?.has(value)) ? 1 : null;
    },
    range: (body) => {
      const [field, bounds] = single(body, "range");
      only(bounds, ["gte", "gt", "lt"], "range");
      const isDate = this.#index.field(field).type === "date";
      const asNumber = (value: unknown) => (isDate ? Date.parse(String(value)) : Number(value));
      const { gte, gt, lt } = bounds as Body;
      return ({ fields }) => {
        const [value] = fields.get(field) ?? [];
        if (value === undefined) return null;
        const isIn =
          (gte === undefined || Number(value) >= asNumber(gte)) &&
          (gt === undefined || Number(value) > asNumber(gt)) &&
          (lt === undefined || Number(value) < asNumber(lt));
        return isIn ? 1 : null;
      };
    },
    bool: (body) => {
      only(body, ["filter", "should", "minimum_should_match"], "bool");
      const filter = ((body["filter"] ?? []) as Body[]).map((one) => this.compile(one));
      const should = ((body["should"] ?? []) as Body[]).map((one) => this.compile(one));
      const least = Number(body["minimum_should_match"] ?? (filter.length > 0 ? 0 : 1));
      return (document) => {
        if (filter.some((match) => match(document) === null)) return null;
        const scores = should.map((match) => match(document)).filter((score) => score !== null);
        if (should.length > 0 && scores.length < least) return null;
        return scores.reduce((sum, score) => sum + score, 0);
      };
    },
    constant_score: (body) => {
      only(body, ["filter", "boost"], "constant_score");
      const boost = Number(body["boost"]);
      if (!(boost >= 0)) throw new Refusal(400, "illegal_argument_exception", "negative boost");
      const filter = this.compile(body["filter"] as Body);
      return (document) => (filter(document) === null ? null : boost);
    },
    dis_max: (body) => {
      only(body, ["queries"], "dis_max");
      const queries = (body["queries"] as Body[]).map((one) => this.compile(one));
      return (document) => {
        const scores = queries.map((match) => match(document)).filter((score) => score !== null);
        return scores.length === 0 ? null : Math.max(...scores);
      };
    },
    function_score: (body) => {
      only(body, ["query", "field_value_factor", "boost_mode"], "function_score");
      if (body["boost_mode"] !== "multiply") throw new Stranger("this boost_mode");
      const { field, missing } = body["field_value_factor"] as { field: string; missing: number };
      only(body["field_value_factor"], ["field", "missing"], "field_value_factor");
      this.#index.field(field, { isCounted: true });
      const query = this.compile(body["query"] as Body);
      return (document) => {
        const score = query(document);
        const [factor = missing] = document.fields.get(field) ?? [];
        return score === null ? null : score * Number(factor);
      };
    },
  };

  compile(clause: Body): Match {
    const [kind, body] = single(clause, "a clause");
    const make = this.#kinds[kind];
    if (!make) throw new Stranger(`the clause ${kind}`);
    this.#clauses += 1;
    if (this.#clauses > MAX_CLAUSES)
      throw new Refusal(400, "search_phase_execution_exception", "too_many_clauses");
    return make(body as Body);
  }
}

type Hit = { document: Visible; score: number };

function ordered(index: Index, hits: readonly Hit[], sort: readonly Body[]): Hit[] {
  const keys = sort.map((one) => {
    const [field, way] = single(one, "sort");
    if (way !== "asc" && way !== "desc") throw new Stranger(`the order ${way}`);
    if (field !== "_score") index.field(field, { isCounted: true });
    const of = ({ document, score }: Hit) =>
      field === "_score" ? score : Number([...(document.fields.get(field) ?? [])][0]);
    return (a: Hit, b: Hit) => (way === "asc" ? of(a) - of(b) : of(b) - of(a));
  });
  return [...hits].sort((a, b) => keys.reduce((found, key) => found || key(a, b), 0));
}

function bucketsOf(index: Index, hits: readonly Hit[], agg: unknown) {
  const [kind, body] = single(agg, "an aggregation");
  if (kind !== "terms") throw new Stranger(`the aggregation ${kind}`);
  only(body, ["field", "size"], "terms");
  const { field, size } = body as { field: string; size: number };
  index.field(field, { isCounted: true });
  const counts = new Map<string | number, number>();
  for (const { document } of hits)
    for (const value of document.fields.get(field) ?? [])
      counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: all.slice(size).reduce((sum, [, n]) => sum + n, 0),
    buckets: all.slice(0, size).map(([key, doc_count]) => ({ key, doc_count })),
  };
}

const KNOWN = ["_source", "timeout", "size", "track_total_hits", "query", "sort", "aggs"];

export function search(index: Index, body: Body) {
  only(body, KNOWN, "search");
  const size = Number(body["size"]);
  if (!(size >= 0 && size <= MAX_WINDOW))
    throw new Refusal(400, "illegal_argument_exception", "Result window is too large");
  const match = new Compiler(index).compile(body["query"] as Body);
  const found = index.visible.flatMap((document) => {
    const score = match(document);
    return score === null ? [] : [{ document, score }];
  });
  const shown = ordered(index, found, (body["sort"] ?? []) as Body[]).slice(0, size);
  const aggs = Object.entries((body["aggs"] ?? {}) as Body);
  return {
    took: 1,
    timed_out: false,
    _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
    hits: {
      ...(body["track_total_hits"] === false
        ? {}
        : { total: { value: found.length, relation: "eq" } }),
      hits: shown.map(({ document, score }) => ({
        ...{ _index: index.name, _id: document.id, _score: score },
        ...(body["_source"] === false ? {} : { _source: document.source }),
      })),
    },
    ...(aggs.length > 0
      ? {
          aggregations: Object.fromEntries(
            aggs.map(([name, agg]) => [name, bucketsOf(index, found, agg)]),
          ),
        }
      : {}),
  };
}
