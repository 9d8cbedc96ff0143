/** What an endpoint of the desk answers, as far as screens need it. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | {
      ok: false;
      status: number;
      problems: string[];
      conflict?: { revision: number; savedBy: string | null };
    };

type Body = {
  ok?: boolean;
  value?: unknown;
  code?: string;
  problems?: string[];
  fields?: { field: string; problem: string }[];
  conflict?: { revision: number; savedBy: string | null };
};

/** What the desk answered. A network that is away is status 0, not an exception. */
export async function readAnswer<Value>(asked: Promise<Response>): Promise<Answer<Value>> {
  const answer = await asked.catch(() => null);
  if (!answer) return { ok: false, status: 0, problems: ["offline"] };
  const said = (await answer.json().catch(() => ({}))) as Body;
  if (answer.ok) return { ok: true, value: said.value as Value };
  const fields = (said.fields ?? []).map(({ field, problem }) => `${field}: ${problem}`);
  const problems = [...(said.problems ?? []), ...fields, ...(said.code ? [said.code] : [])];
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

/** Problems in the reader's words. */
export const sayProblems = (problems: readonly string[], words: Record<string, string>): string =>
  problems.map((key) => words[`problem.${key}`] ?? words[`edit.${key}`] ?? key).join("；");
