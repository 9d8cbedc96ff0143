/** A hundred thousand questions of all kinds: no answer ever shows a draft, a withdrawn, a foreign-only or a private item. */

import { getColumnByPath } from "#modules/columns/queries.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import { verifyIndex } from "#modules/search/queries/verify.ts";
import type { SearchQuery } from "#modules/search/schema.ts";
import { changeSiteState, openSite } from "#modules/sites/commands.ts";
import { siteInput, siteStateInput } from "#modules/sites/schema.ts";
import type { Run } from "./support/figures.ts";
import { random } from "./support/figures.ts";
import type { Base } from "./support/import-base.ts";
import { startBase } from "./support/import-base.ts";
import { questionOf } from "./support/search-question.ts";

const QUESTIONS = 100_000;
const EACH = 120;
const AT_ONCE = 4;
const SUBJECTS = "供暖 供水 户籍 公积金 医保 营业执照 居住证 低保 学区 拆迁 养老 婚姻登记".split(
  " ",
);
const ACTS = "办理 公告 通知 指南 变更 补办 查询 公示".split(" ");
const GOALS = { questions: QUESTIONS, leaks: 0, differences: 0 };

type Kind = "live" | "draft" | "withdrawn" | "foreign" | "private";

async function openOther(base: Base, code: string, state: "online" | "preparing") {
  const opened = await openSite(
    base.bench.ctx,
    siteInput.parse({
      code,
      name: `${code}人民政府`,
      shortName: code,
      level: "county",
      parent: null,
      regionCode: "990100",
      idCode: code === "foreign" ? "9977000001" : "9977000002",
      sponsor: `${code}办公室`,
      undertaker: null,
      contact: { phone: "12345", address: "试验路1号", email: null },
      icp: null,
      police: null,
      hosts: [`${code}.example.cn`],
      emblem: "none",
      slogan: null,
      template: "portal",
    }),
  );
  if (!opened.ok) throw new Error(opened.problems.join());
  if (state === "online")
    await changeSiteState(base.bench.ctx, siteStateInput.parse({ code, state }));
  const { siteId } = opened.value;
  const column = await getColumnByPath(base.bench.db, siteId, "zwdt/tzgg");
  if (!column) throw new Error("no column");
  return { ...base.target, siteId, columnId: column.id };
}

/** The same titles for every kind, so that only the state tells them apart. */
async function bring(base: Base, kind: Kind, target: Base["target"]): Promise<number[]> {
  const as = kind === "draft" ? ("draft" as const) : ("published" as const);
  const batch = await openImport(base.bench.ctx, { ...target, as }, kind);
  const lines = Array.from({ length: EACH }, (_, at) => ({
    line: at + 1,
    value: {
      id: `${kind}-${at}`,
      type: "news",
      title: `${SUBJECTS[at % SUBJECTS.length]}${ACTS[at % ACTS.length]}第${at}号`,
      org: "试验办公室",
      docNo: `云政办发〔2021〕${at + 1}号`,
      date: "2026-01-02",
      body_html: `<p>关于${SUBJECTS[at % SUBJECTS.length]}的${ACTS[at % ACTS.length]}，请知悉。</p>`,
    },
  }));
  const receipts = await importChunk(base.bench.ctx, batch, { ...target, as }, lines);
  await closeImport(base.bench.ctx, batch);
  return receipts.map(({ resourceId }) => resourceId ?? 0);
}

/** Questions of all kinds, drawn by chance. */
function asker(siteId: number, chance: () => number): () => SearchQuery {
  const pick = (all: readonly string[]) => all[Math.floor(chance() * all.length)] ?? "";
  return () => {
    const forms = [
      `${pick(SUBJECTS)}${pick(ACTS)}`,
      `${pick(SUBJECTS)}怎么${pick(ACTS)}`,
      `云政办发2021 ${1 + Math.floor(chance() * EACH)}号`,
      pick(ACTS),
      `第${Math.floor(chance() * EACH)}号`,
      pick(SUBJECTS).slice(0, 1),
    ];
    const scope = chance() < 0.5 ? ("site" as const) : ("group" as const);
    const page = 1 + Math.floor(chance() * 3);
    return questionOf(siteId, pick(forms), {
      scope,
      page,
      sort: chance() < 0.2 ? "time" : "relevance",
      literal: chance() < 0.1,
      field: chance() < 0.1 ? "title" : "all",
    });
  };
}

export const run: Run = async (seed, say) => {
  const base = await startBase();
  const { sql, db } = connectSearch(base.url);
  try {
    const kinds = new Map<number, Kind>();
    const mark = (kind: Kind, ids: readonly number[]) => {
      for (const id of ids) kinds.set(id, kind);
    };
    const foreign = await openOther(base, "foreign", "online");
    const hidden = await openOther(base, "private", "preparing");
    mark("live", await bring(base, "live", base.target));
    mark("draft", await bring(base, "draft", base.target));
    mark("foreign", await bring(base, "foreign", foreign));
    mark("private", await bring(base, "private", hidden));
    const withdrawn = await bring(base, "withdrawn", base.target);
    mark("withdrawn", withdrawn);
    for (const resourceId of withdrawn)
      await withdrawResource(base.bench.ctx, { resourceId, reason: "试验" });
    await countTermsAnew(base.bench.db);
    const { differences } = await verifyIndex(base.bench.db);

    const index = postgresIndex(db);
    const chance = random(seed);
    const ask = asker(base.target.siteId, chance);
    const leaks: Record<string, number> = { draft: 0, withdrawn: 0, private: 0, foreign: 0 };
    let asked = 0;
    let hitsSeen = 0;
    const judge = (resourceId: number, isGroup: boolean) => {
      const kind = kinds.get(resourceId) ?? "draft";
      const isRight = kind === "live" || (kind === "foreign" && isGroup);
      if (!isRight) leaks[kind] = (leaks[kind] ?? 0) + 1;
    };
    const one = async () => {
      while (asked < QUESTIONS) {
        asked += 1;
        if (asked % 20_000 === 0) say(`  ${asked}`);
        const question = ask();
        const { hits } = await index.search(question, { hasCounts: chance() < 0.1 });
        hitsSeen += hits.length;
        for (const { resourceId } of hits) judge(resourceId, question.scope === "group");
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    const all = Object.values(leaks).reduce((sum, count) => sum + count, 0);
    say(`  ${asked} 问 questions, ${hitsSeen} 条 hits, ${all} 泄露 leaks`);
    return {
      pass: all === 0 && differences.length === 0 && hitsSeen > asked,
      figures: { questions: asked, hits: hitsSeen, leaks, differences: differences.length },
      goals: GOALS,
    };
  } finally {
    await sql.end();
    await base.stop();
  }
};
