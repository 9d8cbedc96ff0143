import type { FieldProblem } from "#lib/field-problems.ts";

export type Problem = string | FieldProblem;

/** What an endpoint of the desk answers, as far as screens need it. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | {
      ok: false;
      status: number;
      problems: Problem[];
      conflict?: { revision: number; savedBy: string | null };
    };

type Body = {
  ok?: boolean;
  value?: unknown;
  code?: string;
  problems?: string[];
  fields?: FieldProblem[];
  conflict?: { revision: number; savedBy: string | null };
};

/** What the desk answered. A network that is away is status 0, not an exception. */
export async function readAnswer<Value>(asked: Promise<Response>): Promise<Answer<Value>> {
  const answer = await asked.catch(() => null);
  if (!answer) return { ok: false, status: 0, problems: ["offline"] };
  const said = (await answer.json().catch(() => ({}))) as Body;
  if (answer.ok) return { ok: true, value: said.value as Value };
  const code = said.code ? [said.code] : [];
  const problems = [...(said.problems ?? []), ...(said.fields ?? []), ...code];
  return {
    ok: false,
    status: answer.status,
    problems,
    ...(said.conflict ? { conflict: said.conflict } : {}),
  };
}

/** Posts to an endpoint of the desk. */
export const ask = <Value>(address: string, body: unknown): Promise<Answer<Value>> =>
  readAnswer(fetch(address, { method: "POST", body: JSON.stringify(body) }));

type Words = Record<string, string>;

/** The field by the name that stands above it; of the text, the part that is wrong. */
function sayField({ field, problem, limit }: FieldProblem, words: Words): string {
  const [first = "", second = "", , fourth = ""] = field.split(".");
  const part = first === "body" && /^\d+$/.test(fourth) ? Number(fourth) + 1 : null;
  if (part !== null) return (words["problem.body-part"] ?? "").replace("{{number}}", String(part));
  const label = words[`meta.${second}`] ?? words[`edit.${first}`] ?? field;
  const sentence = words[`problem.${problem}`] ?? words["problem.malformed"] ?? "";
  return sentence.replace("{{field}}", label).replace("{{limit}}", String(limit));
}

/** Problems in the reader's words. */
export const sayProblems = (problems: readonly Problem[], words: Words): string =>
  problems
    .map((problem) =>
      typeof problem === "string"
        ? (words[`problem.${problem}`] ?? words[`edit.${problem}`] ?? problem)
        : sayField(problem, words),
    )
    .join("；");
