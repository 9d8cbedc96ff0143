import * as z from "zod";
import { isOwnRequest } from "#modules/access/action.ts";
import { changePassword } from "#modules/access/commands/sessions.ts";
import { currentStaff, deskDb } from "#modules/access/session.ts";

const input = z.strictObject({ current: z.string().max(200), next: z.string().max(200) });

const say = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** Changing one's own password: the one thing that a first sign-in may do, so it has its own gate. */
export async function POST(request: Request): Promise<Response> {
  const here = isOwnRequest(request) ? await currentStaff() : null;
  if (!here) return say(401, { ok: false, code: "UNAUTHENTICATED" });
  const parsed = input.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return say(422, { ok: false, problems: ["password-wrong"] });
  const changed = await changePassword(
    { actor: here.actor, db: deskDb() },
    { ...parsed.data, token: here.token },
  );
  return say(changed.ok ? 200 : 422, changed);
}
