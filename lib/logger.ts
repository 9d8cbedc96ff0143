import pino from "pino";
import { env } from "#lib/env.ts";

/** One line of JSON on stderr for each event; stdout belongs to what a person asked for. */
export const logger = pino(
  { level: env.ZS_LOG_LEVEL, base: { role: env.APP_ROLE, pid: process.pid } },
  pino.destination({ dest: 2, sync: true }),
);
