/** How OpenSearch says no. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, reason: string) {
    super(reason);
    this.status = status;
    this.type = type;
  }

  get body() {
    return { error: { type: this.type, reason: this.message }, status: this.status };
  }
}

/** Outside the part of the API that this double knows: no test may get an answer that it made up. */
export class Stranger extends Refusal {
  constructor(what: string) {
    super(400, "illegal_argument_exception", `the test double does not know ${what}`);
  }
}

/** Every word of a request must be known. */
export function only(given: unknown, words: readonly string[], where: string): void {
  const strange = Object.keys(given as object).filter((word) => !words.includes(word));
  if (strange.length > 0) throw new Stranger(`${where}: ${strange.join()}`);
}

export const missingIndex = (name: string): Refusal =>
  new Refusal(404, "index_not_found_exception", `no such index [${name}]`);
