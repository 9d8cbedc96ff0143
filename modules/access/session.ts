import "server-only";
import type { Db } from "#db/client.ts";
import { connect } from "#db/client.ts";

const shared = globalThis as unknown as { zsDeskDb?: Db };

/** The admin process's pool: role zs_app. */
export function deskDb(): Db {
  shared.zsDeskDb ??= connect({ role: "zs_app", max: 6, name: "desk" }).db;
  return shared.zsDeskDb;
}
