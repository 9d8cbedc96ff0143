import { env } from "#lib/env.ts";

/** The desk runs commands, so its process must know who follows their events. */
export async function register(): Promise<void> {
  if (env.APP_ROLE !== "admin") return;
  const [{ installReactions }, { REACTIONS }, { deskSql }] = await Promise.all([
    import("#modules/jobs/commands.ts"),
    import("#modules/reactions.ts"),
    import("#modules/access/session.ts"),
  ]);
  installReactions(REACTIONS, deskSql());
}
