import { parseArgs } from "node:util";
import { AppError } from "#lib/errors.ts";
import {
  accountAddCommand,
  accountGrantCommand,
  accountRevokeCommand,
  accountsCommand,
} from "./accounts.ts";
import { engineFillCommand, engineVerifyCommand } from "./engine.ts";
import { importCommand } from "./import.ts";
import { importsCommand } from "./imports.ts";
import { mediaExtractCommand, mediaTextsCommand } from "./media.ts";
import { migrationCommand } from "./migration.ts";
import { openPlatform } from "./platform.ts";
import { archiveCommand, publishCommand, unarchiveCommand, withdrawCommand } from "./publish.ts";
import {
  searchBlockedCommand,
  searchCountCommand,
  searchProtectedCommand,
  searchRebuildCommand,
  searchRenewCommand,
  searchSynonymsCommand,
  searchVerifyCommand,
} from "./search.ts";
import { searchOfflineCommand } from "./search-offline.ts";
import {
  columnStepsCommand,
  columnsCommand,
  regionsCommand,
  siteOpenCommand,
  siteStateCommand,
  sitesCommand,
} from "./sites.ts";
import type { Command } from "./usage.ts";
import { UsageError } from "./usage.ts";

const COMMANDS: Record<string, Command> = {
  sites: sitesCommand,
  columns: columnsCommand,
  regions: regionsCommand,
  import: importCommand,
  imports: importsCommand,
  migration: migrationCommand,
  publish: publishCommand,
  withdraw: withdrawCommand,
  archive: archiveCommand,
  unarchive: unarchiveCommand,
  "search rebuild": searchRebuildCommand,
  "search verify": searchVerifyCommand,
  "search count": searchCountCommand,
  "search synonyms": searchSynonymsCommand,
  "search protected": searchProtectedCommand,
  "search offline": searchOfflineCommand,
  "media extract": mediaExtractCommand,
  "media texts": mediaTextsCommand,
  "engine fill": engineFillCommand,
  "engine verify": engineVerifyCommand,
  "search blocked": searchBlockedCommand,
  "search renew": searchRenewCommand,
  "site open": siteOpenCommand,
  "site state": siteStateCommand,
  "column steps": columnStepsCommand,
  accounts: accountsCommand,
  "account add": accountAddCommand,
  "account grant": accountGrantCommand,
  "account revoke": accountRevokeCommand,
};

const help = (): string =>
  `用法 usage: npm run cli -- …\n${Object.values(COMMANDS)
    .map(({ usage }) => `  ${usage}`)
    .join("\n")}\n`;

/** `site open` is one command of two words. */
function findCommand(argv: readonly string[]): { command: Command; rest: string[] } {
  const [first = "", second = ""] = argv;
  const two = COMMANDS[`${first} ${second}`];
  if (two) return { command: two, rest: argv.slice(2) };
  const one = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (!one)
    throw new UsageError(
      first === "" ? "没有写命令 no command given" : `没有这个命令 no such command: ${first}`,
    );
  return { command: one, rest: argv.slice(1) };
}

async function main(): Promise<number> {
  const argv = process.argv.slice(2);
  if (argv.includes("--help") || argv[0] === "help") {
    process.stdout.write(help());
    return 0;
  }
  const { command, rest } = findCommand(argv);
  const parsed = parseArgs({ args: rest, options: command.options, allowPositionals: true });
  const platform = await openPlatform();
  try {
    return await command.run(platform, {
      values: parsed.values as Record<string, string | boolean | undefined>,
      words: parsed.positionals,
    });
  } finally {
    await platform.close();
  }
}

/** What to tell a person: never a stack. */
function complaint(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${help()}`;
  if (error instanceof AppError) return `${error.code}: ${error.message}\n`;
  const { code, message } = error as { code?: string; message?: string };
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${message}\n\n${help()}`;
  if (code === "ECONNREFUSED" || code === "CONNECT_TIMEOUT")
    return `数据库没有应答 the database does not answer: ${message}\n`;
  return `${message ?? String(error)}\n`;
}

/** Resolves to the exit code. */
export async function runCli(): Promise<number> {
  // A reader such as `head` may close the pipe early: that is its right.
  process.stdout.on("error", () => process.exit(0));
  try {
    return await main();
  } catch (error) {
    process.stderr.write(complaint(error));
    const isCall =
      error instanceof UsageError ||
      String((error as { code?: string }).code).startsWith("ERR_PARSE_ARGS");
    return isCall ? 2 : 1;
  }
}
