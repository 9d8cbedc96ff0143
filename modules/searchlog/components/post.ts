/** What the desk answered: null when it was done, else the name of a problem. */
export async function post(address: string, body: unknown): Promise<string | null> {
  const answer = await fetch(address, { method: "POST", body: JSON.stringify(body) }).catch(
    () => null,
  );
  if (!answer) return "offline";
  if (answer.ok) return null;
  const said = (await answer.json().catch(() => ({}))) as { problems?: string[]; code?: string };
  return said.problems?.[0] ?? said.code ?? "malformed";
}
