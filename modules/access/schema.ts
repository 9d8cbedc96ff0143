import * as z from "zod";
import { ROLES } from "#db/enums/access.ts";

/** One spelling of a login, so that look-alikes are one account (DJ-ID-1). */
export const loginSchema = z
  .string()
  .transform((login) => login.normalize("NFKC").trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, "login-form"));

/** At least 12 characters, three of four classes, the login not in it (DJ-ID-2). */
export const passwordSchema = z
  .string()
  .min(12, "password-short")
  .max(200, "password-long")
  .refine(
    (text) =>
      [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text)).length >= 3,
    "password-simple",
  );

const id = z.number().int().positive();
const role = z.enum(ROLES);

/** A role and where it holds: everywhere, a site and those below it, a column and those below it. */
export const grantInput = z.discriminatedUnion("scope", [
  z.object({ role, scope: z.literal("platform") }),
  z.object({ role, scope: z.literal("site"), siteId: id }),
  z.object({ role, scope: z.literal("column"), siteId: id, columnId: id }),
]);
export type GrantInput = z.infer<typeof grantInput>;

export const accountInput = z.object({
  login: loginSchema,
  displayName: z.string().trim().min(1).max(40),
  password: passwordSchema,
  grants: z.array(grantInput).min(1),
});
export type AccountInput = z.infer<typeof accountInput>;
