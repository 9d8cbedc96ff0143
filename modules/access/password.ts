import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for Argon2id, the library's default kind; raising it later only touches new hashes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Never throws: a damaged hash is a wrong password. */
export const verifyPassword = (phc: string, password: string): Promise<boolean> =>
  verify(phc, password).catch(() => false);

const CLASSES = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-_.+="];

/** A random password of four classes that a person can copy: no look-alike characters. */
export function makePassword(length = 16): string {
  const pick = (letters: string) => letters[randomInt(letters.length)] ?? "";
  const letters = CLASSES.map(pick);
  while (letters.length < length) letters.push(pick(CLASSES.join("")));
  for (let at = letters.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [letters[at], letters[other]] = [letters[other] ?? "", letters[at] ?? ""];
  }
  return letters.join("");
}
