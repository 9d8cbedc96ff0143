declare global {
  namespace NodeJS {
    interface ProcessEnv {
      NEXT_RUNTIME?: string;
      APP_ROLE?: string;
    }
  }
}

/** The desk runs commands, so its process must know who follows their events. */
export async function register(): Promise<void> {
  // Written out, because Next replaces these words when it builds and drops the branch elsewhere.
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.APP_ROLE === "admin") {
    const { installReactions } = await import("#modules/jobs/commands.ts");
    const { REACTIONS } = await import("#modules/reactions.ts");
    const { deskSql } = await import("#modules/access/session.ts");
    installReactions(REACTIONS, deskSql());
  }
}
