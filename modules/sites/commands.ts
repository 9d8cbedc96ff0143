import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { organisation, site, siteHost, siteTemplate } from "#db/schema/sites.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { announceSites, touchTags } from "#modules/cachetags/commands.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { applyColumns } from "#modules/columns/commands.ts";
import { emit } from "#modules/jobs/commands.ts";
import type { SiteStateProblem } from "#modules/sites/domain.ts";
import { stateProblems } from "#modules/sites/domain.ts";
import { siteStateChanged } from "#modules/sites/events.ts";
import { canManageSite, canOpenSite } from "#modules/sites/policy.ts";
import { getSiteByCode, getTemplate } from "#modules/sites/queries/registry.ts";
import type { SiteInput, SiteStateInput, SiteTemplate } from "#modules/sites/schema.ts";

/** Stores a version of a template; the same version again changes nothing. @throws FORBIDDEN */
export async function saveTemplate(ctx: Ctx, template: SiteTemplate): Promise<void> {
  if (!canOpenSite(ctx.actor)) throw new AppError("FORBIDDEN", "site.open");
  await inTransaction(ctx.db, async (tx) => {
    const saved = await tx
      .insert(siteTemplate)
      .values({
        code: template.code,
        version: template.version,
        name: template.name,
        body: template,
      })
      .onConflictDoNothing()
      .returning({ code: siteTemplate.code });
    if (saved.length === 0) return;
    await audit(tx, ctx, {
      action: "site-template.save",
      subject: ["site-template", template.code],
      details: { version: template.version },
    });
  });
}

export type OpenSiteProblem =
  | "template-unknown"
  | "parent-unknown"
  | "host-taken"
  | "id-code-taken";

async function openProblems(
  tx: Tx,
  input: SiteInput,
  template: SiteTemplate | null,
): Promise<OpenSiteProblem[]> {
  const problems: OpenSiteProblem[] = [];
  if (!template) problems.push("template-unknown");
  if (input.parent !== null && !(await getSiteByCode(tx, input.parent)))
    problems.push("parent-unknown");
  const hosts = await tx
    .select({ code: site.code })
    .from(siteHost)
    .innerJoin(site, eq(site.id, siteHost.siteId))
    .where(inArray(siteHost.host, input.hosts));
  if (hosts.some((row) => row.code !== input.code)) problems.push("host-taken");
  const [twin] = await tx
    .select({ code: site.code })
    .from(site)
    .where(eq(site.idCode, input.idCode));
  if (twin && twin.code !== input.code) problems.push("id-code-taken");
  return problems;
}

async function upsertOrganisation(tx: Tx, name: string, regionCode: string): Promise<number> {
  const [row] = await tx
    .insert(organisation)
    .values({ name, regionCode })
    .onConflictDoUpdate({ target: organisation.name, set: { regionCode } })
    .returning({ id: organisation.id });
  if (!row) throw new Error("upsert returned nothing");
  return row.id;
}

async function upsertSite(
  tx: Tx,
  input: SiteInput,
  template: SiteTemplate,
): Promise<{ id: number; isNew: boolean }> {
  const parent = input.parent === null ? null : await getSiteByCode(tx, input.parent);
  const values = {
    code: input.code,
    name: input.name,
    shortName: input.shortName,
    level: input.level,
    parentId: parent?.id ?? null,
    organisationId: await upsertOrganisation(tx, input.sponsor, input.regionCode),
    regionCode: input.regionCode,
    idCode: input.idCode,
    sponsor: input.sponsor,
    undertaker: input.undertaker,
    phone: input.contact.phone,
    address: input.contact.address,
    email: input.contact.email,
    icp: input.icp,
    police: input.police,
    emblem: input.emblem,
    slogan: input.slogan,
    theme: input.theme ?? template.theme,
    locales: [...input.locales],
    templateCode: template.code,
    templateVersion: template.version,
    home: template.home,
  };
  const [row] = await tx
    .insert(site)
    .values({ ...values, state: "preparing" })
    .onConflictDoUpdate({ target: site.code, set: { ...values, updatedAt: sql`now()` } })
    .returning({ id: site.id, isNew: sql<boolean>`xmax = 0` });
  if (!row) throw new Error("upsert returned nothing");
  return row;
}

async function replaceHosts(tx: Tx, siteId: number, hosts: readonly string[]): Promise<void> {
  await tx.delete(siteHost).where(eq(siteHost.siteId, siteId));
  await tx
    .insert(siteHost)
    .values(hosts.map((host, index) => ({ host, siteId, isPrimary: index === 0 })));
}

/**
 * Opens a site from a template, or brings an open one to the template's newest version: running it
 * twice is running it once. A new site is `preparing` until `changeSiteState` puts it online.
 * @throws FORBIDDEN
 */
export async function openSite(
  ctx: Ctx,
  input: SiteInput,
): Promise<Result<{ siteId: number; isNew: boolean }, OpenSiteProblem>> {
  if (!canOpenSite(ctx.actor)) throw new AppError("FORBIDDEN", "site.open");
  return await inTransaction(ctx.db, async (tx) => {
    const template = await getTemplate(tx, input.template);
    const problems = await openProblems(tx, input, template);
    if (problems.length > 0 || !template) return { ok: false, problems };
    const { id, isNew } = await upsertSite(tx, input, template);
    await replaceHosts(tx, id, input.hosts);
    await applyColumns(tx, ctx, {
      siteId: id,
      columns: template.columns,
      names: input.columnNames,
    });
    await audit(tx, ctx, {
      action: isNew ? "site.open" : "site.reapply",
      subject: ["site", id],
      siteId: id,
      details: {
        code: input.code,
        template: template.code,
        version: template.version,
        hosts: input.hosts,
      },
    });
    await touchTags(tx, "refresh", [tags.site(id)]);
    await announceSites(tx);
    return { ok: true, value: { siteId: id, isNew } };
  });
}

/**
 * Puts a site online, suspends, closes or moves it. Every gateway follows at once, without a render.
 * @throws NOT_FOUND, FORBIDDEN @rule GL-3
 */
export async function changeSiteState(
  ctx: Ctx,
  input: SiteStateInput,
): Promise<Result<{ siteId: number }, SiteStateProblem>> {
  return await inTransaction(ctx.db, async (tx) => {
    const [found] = await tx
      .select({ id: site.id, state: site.state })
      .from(site)
      .where(eq(site.code, input.code))
      .for("update");
    if (!found) throw new AppError("NOT_FOUND", `site ${input.code}`);
    if (!canManageSite(ctx.actor, found)) throw new AppError("FORBIDDEN", "site.manage");
    const problems = stateProblems(found.state, input);
    if (problems.length > 0) return { ok: false, problems };
    await tx
      .update(site)
      .set({
        state: input.state,
        stateNotice: input.notice,
        successor: input.successor,
        stateUntil: input.until,
        updatedAt: sql`now()`,
      })
      .where(eq(site.id, found.id));
    await audit(tx, ctx, {
      action: "site.state",
      subject: ["site", found.id],
      siteId: found.id,
      details: {
        from: found.state,
        to: input.state,
        notice: input.notice,
        successor: input.successor,
      },
    });
    await emit(tx, siteStateChanged, { siteId: found.id, from: found.state, to: input.state });
    await touchTags(tx, "refresh", [tags.site(found.id)]);
    await announceSites(tx);
    return { ok: true, value: { siteId: found.id } };
  });
}
