/** The only file that reads process.env. Everything configurable has a name, a default and a reason here. */
import { isAbsolute, join, resolve } from "node:path";
import * as z from "zod";

const ROLES = ["public", "admin", "worker", "gateway", "cli", "start"] as const;
export type AppRole = (typeof ROLES)[number];

const schema = z.object({
  /** Which process this is; decides database role, pools and what it may answer. */
  APP_ROLE: z.enum(ROLES).default("public"),
  /** Port citizens reach; the next free one is taken when it is busy. */
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATA_DIR: z.string().default("./.data"),
  /** Absent: the embedded PostgreSQL of DATA_DIR. */
  DATABASE_URL: z.string().optional(),
  NEXT_DIST_DIR: z.string().default(".next"),
  /** Secret of this start, shared by the gateway and the next processes behind it; absent on a bare `next start`. */
  ZS_GATE_SECRET: z.string().optional(),
  /** The port in citizens' addresses, when it is not the scheme's own. */
  ZS_PUBLIC_PORT: z.coerce.number().int().optional(),
  ZS_GATEWAY_PORT: z.coerce.number().int().optional(),
  ZS_OPS_PORT: z.coerce.number().int().optional(),
  ZS_NEXT_PUBLIC_PORT: z.coerce.number().int().optional(),
  ZS_NEXT_ADMIN_PORT: z.coerce.number().int().optional(),
  /** Names the build and the addresses printed in pages; a page kept under another name is stale. */
  ZS_WORLD: z.string().default("dev"),
  /** Bytes of pages the gateway keeps in memory; the rest stays on disk. */
  ZS_PAGE_MEMORY_BYTES: z.coerce
    .number()
    .int()
    .default(256 * 1024 * 1024),
  /** Searches one client may ask a minute; an office behind one address asks tens, a robot thousands. */
  ZS_SEARCHES_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  /** Suggestions one client may ask a minute: a fast typist needs five a second. */
  ZS_SUGGESTIONS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  /** A replica of the database for finding; what it finds is shown only while the primary holds it. Absent: the primary. */
  ZS_SEARCH_DATABASE_URL: z.string().optional(),
  /** An OpenSearch that follows the index, `https://name:password@host:9200`. Absent: acts note nothing for it. */
  ZS_OPENSEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The alias that is searched; indexes are named after it, so installations on one cluster need one each. */
  ZS_OPENSEARCH_INDEX: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/)
    .default("zhengshu-search"),
  /** Who finds for citizens. `opensearch` needs the address above; while it fails PostgreSQL finds. */
  ZS_SEARCH_ENGINE: z.enum(["postgres", "opensearch"]).default("postgres"),
  /** Test hook: a real OpenSearch for the contract of the search; absent: its test double. */
  ZS_TEST_OPENSEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Days for which the sums of questions are kept; two years of a season can be compared by 400. */
  ZS_SEARCH_LOG_DAYS: z.coerce.number().int().min(7).max(3_650).default(400),
  /** Different words kept of a site and day; questions beyond them are in the sums of the day alone. */
  ZS_SEARCH_LOG_PER_DAY: z.coerce.number().int().min(10).max(20_000).default(2_000),
  /** How often words without a result must be asked in thirty days to become a task. */
  ZS_SEARCH_TASK_FROM: z.coerce.number().int().min(2).default(5),
  ZS_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Minutes without a receipt after which an import counts as interrupted: the longest chunk takes seconds. */
  ZS_IMPORT_QUIET_MINUTES: z.coerce.number().int().min(1).default(15),
  /** Bounds of a zip archive of saved pages; real pages pack to a tenth, a bomb to a thousandth. */
  ZS_ZIP_MAX_RATIO: z.coerce.number().int().min(1).default(200),
  ZS_ZIP_MAX_TOTAL_BYTES: z.coerce
    .number()
    .int()
    .default(20 * 1024 * 1024 * 1024),
  ZS_ZIP_MAX_FILES: z.coerce.number().int().min(1).default(200_000),
  /** Bounds of the process that reads the words of one file; a long budget in PDF takes some seconds. */
  ZS_FILE_TEXT_SECONDS: z.coerce.number().int().min(1).default(60),
  ZS_FILE_TEXT_MEMORY_BYTES: z.coerce
    .number()
    .int()
    .min(128 * 1024 * 1024)
    .default(768 * 1024 * 1024),
  /** What is kept of the words of one file; how much of it is searched is `SEARCH.fileCharacters`. */
  ZS_FILE_TEXT_CHARACTERS: z.coerce.number().int().min(100).default(40_000),
  /** How often a file is tried that was too slow, too large or lost, before it counts as unreadable. */
  ZS_FILE_TEXT_TRIES: z.coerce.number().int().min(1).default(3),
  /** Files read at once by the worker; each takes a processor. */
  ZS_FILE_TEXTS_AT_ONCE: z.coerce.number().int().min(1).max(16).default(1),
  ZS_ADMIN_HOST: z.string().default("admin.localhost"),
  /** Test hook: seconds that every page read waits in SQL, so that races can be forced. */
  ZS_TEST_SLOW_READ_MS: z.coerce.number().int().min(0).max(5000).default(0),
});

const whole = schema.refine(
  ({ ZS_SEARCH_ENGINE, ZS_OPENSEARCH_URL }) =>
    ZS_SEARCH_ENGINE !== "opensearch" || ZS_OPENSEARCH_URL !== undefined,
  { error: "ZS_SEARCH_ENGINE=opensearch needs ZS_OPENSEARCH_URL" },
);

type Env = z.infer<typeof schema>;

// An empty word in the environment means "not set", as in shells and compose files.
const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));

export const env: Env = whole.parse(given);

/** Absolute path of DATA_DIR, or of something in it. */
export function dataPath(...segments: string[]): string {
  const root = isAbsolute(env.DATA_DIR)
    ? env.DATA_DIR
    : resolve(/* turbopackIgnore: true */ process.cwd(), env.DATA_DIR);
  return join(/* turbopackIgnore: true */ root, ...segments);
}
