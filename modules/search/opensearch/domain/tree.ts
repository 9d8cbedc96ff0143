/** A question in the language of `domain/tsquery.ts`, read back into a tree, so that an engine which speaks another language asks the very same. */

export type Tree =
  | { kind: "word"; word: string; tiers: readonly string[] }
  | { kind: "all" | "any"; parts: readonly Tree[] };

const TOKEN = /\s*(?:'((?:[^'\\]|''|\\\\)*)'(?::([A-D]+))?|([()&|]))\s*/y;

type Token = { word: string; tiers: string } | { sign: string };

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(query);
    if (!found) throw new Error(`no question of ours, from ${at}: ${query}`);
    const [, word, tiers = "", sign = ""] = found;
    if (word === undefined) tokens.push({ sign });
    else tokens.push({ word: word.replace(/(['\\])\1/g, "$1"), tiers });
  }
  return tokens;
}

/** `&` binds before `|`. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(query: string) {
    this.#tokens = tokensOf(query);
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    const isIt = token !== undefined && "sign" in token && token.sign === sign;
    if (isIt) this.#at += 1;
    return isIt;
  }

  #chain(sign: "&" | "|", next: () => Tree): Tree {
    const parts = [next()];
    while (this.#takes(sign)) parts.push(next());
    const [only] = parts;
    if (parts.length === 1 && only) return only;
    return { kind: sign === "&" ? "all" : "any", parts };
  }

  #part(): Tree {
    if (this.#takes("(")) {
      const inner = this.#any();
      if (!this.#takes(")")) throw new Error("a bracket is left open");
      return inner;
    }
    const token = this.#tokens[this.#at];
    if (!token || !("word" in token)) throw new Error(`a word was due at ${this.#at}`);
    this.#at += 1;
    return { kind: "word", word: token.word, tiers: [...token.tiers] };
  }

  #any(): Tree {
    return this.#chain("|", () => this.#chain("&", () => this.#part()));
  }

  read(): Tree {
    const tree = this.#any();
    if (this.#at < this.#tokens.length) throw new Error(`too much from ${this.#at}`);
    return tree;
  }
}

/** @throws when it is not such a question: that is a defect, not something a citizen typed */
export const treeOf = (query: string): Tree => new Reader(query).read();
