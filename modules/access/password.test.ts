import { expect, test } from "vitest";
import { hashPassword, makePassword, verifyPassword } from "#modules/access/password.ts";
import { passwordSchema } from "#modules/access/schema.ts";

test("a password is known again by its hash, and no other is", async () => {
  const hash = await hashPassword("Correct-Horse-9");
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await verifyPassword(hash, "Correct-Horse-9")).toBe(true);
  expect(await verifyPassword(hash, "correct-horse-9")).toBe(false);
});

test("a damaged hash is a wrong password, not an error", async () => {
  expect(await verifyPassword("$argon2id$broken", "x")).toBe(false);
});

test("passwords that are made pass the rule for passwords and never repeat", () => {
  const made = Array.from({ length: 200 }, () => makePassword());
  expect(new Set(made).size).toBe(200);
  expect(made.every((password) => passwordSchema.safeParse(password).success)).toBe(true);
});
