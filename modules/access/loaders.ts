import "server-only";
import { redirect } from "next/navigation";
import type { DeskCtx } from "#modules/access/context.ts";
import { isSetupLinkOpen } from "#modules/access/queries/setup.ts";
import type { Here } from "#modules/access/session.ts";
import { currentStaff, deskDb } from "#modules/access/session.ts";

/** The person at this desk; a stranger is sent to sign in, a first sign-in to its own password. */
export async function loadDesk(): Promise<{ here: Here; ctx: DeskCtx }> {
  const here = await currentStaff();
  if (!here) redirect("/admin/sign-in");
  if (here.mustChangePassword) redirect("/admin/password");
  return { here, ctx: { actor: here.actor, db: deskDb() } };
}

/** Signed in or not: for the pages of signing in themselves. */
export const loadVisitor = (): Promise<Here | null> => currentStaff();

/** Whether this set-up link may still be used; the token itself is the permission. */
export const loadSetupLink = (token: string): Promise<boolean> => isSetupLinkOpen(deskDb(), token);
