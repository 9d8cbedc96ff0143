import type { NextConfig } from "next";
import { env } from "./lib/env.ts";

const config: NextConfig = {
  distDir: env.NEXT_DIST_DIR,
  // Kept pages live in the gateway; this handler serves `next dev`, tests and a bare `next start`.
  cacheHandler: `${import.meta.dirname}/db/next-cache/handler.ts`,
  cacheMaxMemorySize: 0,
  // Otherwise Next streams <title> into the body for everyone but bots (tried on 16.4.6).
  htmlLimitedBots: /.*/,
  // A year of stale-while-revalidate is Next's default: a withdrawn page would live on in caches.
  expireTime: 60,
  // Addresses are decided in lib/routing alone.
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  poweredByHeader: false,
  compress: false,
  generateEtags: false,
  // `npm run verify` type-checks; a build on a citizen's server need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "postgres",
    "pino",
    "pg-boss",
    "@node-rs/argon2",
    "@node-rs/jieba",
    "i18next",
  ],
};

export default config;
