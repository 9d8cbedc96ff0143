/** OpenSearch over HTTP: the few calls that are needed, each with a deadline, answers checked at the door. */
import "server-only";
import * as z from "zod";
import { env } from "#lib/env.ts";

/** The engine did not do what it was asked: away, busy, broken, or of another opinion. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  /** Of the answer; 0 when there was none. */
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

type Call = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** An object becomes JSON, lines become NDJSON. */
  body?: object | readonly string[];
  timeoutMs: number;
};

export type Client = {
  /** The alias that searches ask; indexes are named after it. */
  alias: string;
  /** @throws {EngineError} */
  call: <Answer>(call: Call, answer: z.ZodType<Answer>) => Promise<Answer>;
};

const SHOWN = 300;
/** What people must wait for has a deadline of its own; nothing else may hang for ever. */
export const PATIENCE_MS = 30_000;

const problem = z.object({
  error: z.union([z.string(), z.looseObject({ type: z.string(), reason: z.string().nullish() })]),
});

function reasonOf(text: string): string {
  try {
    const { error } = problem.parse(JSON.parse(text));
    return typeof error === "string" ? error : `${error.type}: ${error.reason ?? ""}`;
  } catch {
    return text.slice(0, SHOWN);
  }
}

function parse<Answer>(text: string, answer: z.ZodType<Answer>): Answer {
  try {
    return answer.parse(JSON.parse(text));
  } catch (error) {
    throw new EngineError(200, `an answer of another shape: ${text.slice(0, SHOWN)}`, {
      cause: error,
    });
  }
}

function requestOf({ method, body, timeoutMs }: Call, login: Record<string, string>): RequestInit {
  const common = { method, redirect: "error", signal: AbortSignal.timeout(timeoutMs) } as const;
  if (!body) return { ...common, headers: login };
  const [type, text] = Array.isArray(body)
    ? ["application/x-ndjson", `${body.join("\n")}\n`]
    : ["application/json", JSON.stringify(body)];
  return { ...common, headers: { ...login, "content-type": type }, body: text };
}

/** @param address may hold a name and a password: they go into a header, not into the address */
export function connectEngine(address: string, alias: string): Client {
  const base = new URL(address);
  const { username, password } = base;
  base.username = "";
  base.password = "";
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers: Record<string, string> =
    username === "" ? {} : { authorization: `Basic ${btoa(login)}` };
  const root = base.href.replace(/\/$/, "");

  const send = async (call: Call): Promise<[number, string]> => {
    try {
      const answer = await fetch(`${root}${call.path}`, requestOf(call, headers));
      return [answer.status, await answer.text()];
    } catch (error) {
      const { message, cause } = error as Error;
      const why = cause instanceof Error ? `${message}: ${cause.message}` : message;
      throw new EngineError(0, `OpenSearch does not answer: ${why}`, { cause: error });
    }
  };

  return {
    alias,
    call: async (call, answer) => {
      const [status, text] = await send(call);
      if (status >= 300) throw new EngineError(status, reasonOf(text));
      return parse(text, answer);
    },
  };
}

/** The engine of this installation, or null. */
export const configuredEngine = (): Client | null =>
  env.ZS_OPENSEARCH_URL ? connectEngine(env.ZS_OPENSEARCH_URL, env.ZS_OPENSEARCH_INDEX) : null;
