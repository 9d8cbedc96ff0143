"use server";

import type { Result } from "#lib/errors.ts";
import { spendSetupLink } from "#modules/access/commands/accounts.ts";
import { accountInput } from "#modules/access/schema.ts";
import { deskDb } from "#modules/access/session.ts";

const FIELDS = accountInput.omit({ grants: true });

const word = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/**
 * Makes the first account of an empty platform. The token in the address is the permission; nobody
 * is signed in yet. Problems are keys of `access.problems`.
 */
export async function setUpAction(
  token: string,
  form: FormData,
): Promise<Result<{ accountId: number }, string>> {
  const given = {
    login: word(form, "login"),
    displayName: word(form, "displayName"),
    password: word(form, "password"),
  };
  const parsed = FIELDS.safeParse(given);
  if (!parsed.success) {
    const named = parsed.error.issues.map(({ path, message }) =>
      path[0] === "displayName" ? "name-form" : message,
    );
    return { ok: false, problems: [...new Set(named)] };
  }
  if (word(form, "repeat") !== given.password) return { ok: false, problems: ["password-differs"] };
  return await spendSetupLink(
    { actor: { kind: "system", job: "setup" }, db: deskDb() },
    token,
    parsed.data,
  );
}
