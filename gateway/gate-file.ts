import { readFileSync, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";
import * as z from "zod";
import { logger } from "#lib/logger.ts";

const off = z.strictObject({
  notice: z.string().max(300).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});

const schema = z.strictObject({
  /** 一键关停 of the whole group. */
  off: off.optional(),
  /** 一键关停 of single sites, by code. */
  sites: z.record(z.string(), off).optional(),
  /** Virtual patches: a path, or the beginning of paths when it ends in `*`; of one site or of all. */
  blocked: z
    .array(z.strictObject({ site: z.string().optional(), path: z.string().startsWith("/") }))
    .max(1_000)
    .optional(),
});
type GateFile = z.infer<typeof schema>;

export type Off = z.infer<typeof off>;

/**
 * The emergency gate: `DATA_DIR/gate.json`, which an operator can write when nothing else works.
 * A file that cannot be read leaves the gate as it was, and says so in the log.
 */
export class Gate {
  generation = 0;
  private rules: GateFile = {};
  private stamp = "";
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
    this.read();
    // Watching the folder catches a file that is written anew; looking catches what watching misses.
    watch(dirname(path), (_, name) => name === basename(path) && this.read()).unref();
    setInterval(() => this.read(), 500).unref();
  }

  private read(): void {
    const stamp = this.stampNow();
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    if (stamp === "") {
      this.rules = {};
      this.generation += 1;
      return;
    }
    try {
      this.rules = schema.parse(JSON.parse(readFileSync(this.path, "utf8")));
      this.generation += 1;
      logger.info({ rules: this.rules }, "gate.json is in force");
    } catch (error) {
      logger.error(
        { message: String(error) },
        "gate.json cannot be read: the gate stays as it was",
      );
    }
  }

  private stampNow(): string {
    try {
      const { mtimeMs, size } = statSync(this.path);
      return `${mtimeMs}-${size}`;
    } catch {
      return "";
    }
  }

  /** Whether a site is switched off now, and what citizens are told. */
  offFor(siteCode: string): Off | null {
    return this.rules.off ?? this.rules.sites?.[siteCode] ?? null;
  }

  /** `path` as routing reads it: decoded, without language and care, so that no other spelling passes. */
  isBlocked(siteCode: string, path: string): boolean {
    return (this.rules.blocked ?? []).some((rule) => {
      if (rule.site !== undefined && rule.site !== siteCode) return false;
      return rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    });
  }
}
