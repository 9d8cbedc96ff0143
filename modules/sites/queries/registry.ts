import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { SiteLevel } from "#db/enums/sites.ts";
import { publicSite, publicSiteHost } from "#db/schema/_public.ts";
import { site, siteHost, siteTemplate } from "#db/schema/sites.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { RoutingSite, Snapshot } from "#lib/routing/snapshot.ts";
import type { SiteTemplate } from "#modules/sites/schema.ts";
import { templateSchema } from "#modules/sites/schema.ts";

/** Every host and site, for routing. Reads public views only: the gateway and middleware run as zs_public. */
export async function readSnapshot(db: Db): Promise<Snapshot> {
  const [sites, hosts] = await Promise.all([
    db
      .select({
        id: publicSite.id,
        code: publicSite.code,
        name: publicSite.name,
        locales: publicSite.locales,
        state: publicSite.state,
        stateNotice: publicSite.stateNotice,
        successor: publicSite.successor,
        stateUntil: publicSite.stateUntil,
        theme: publicSite.theme,
        sponsor: publicSite.sponsor,
        phone: publicSite.phone,
        address: publicSite.address,
        idCode: publicSite.idCode,
        icp: publicSite.icp,
        police: publicSite.police,
      })
      .from(publicSite),
    db
      .select({
        host: publicSiteHost.host,
        siteId: publicSiteHost.siteId,
        isPrimary: publicSiteHost.isPrimary,
      })
      .from(publicSiteHost),
  ]);
  const primary = new Map(
    hosts.filter((row) => row.isPrimary).map((row) => [row.siteId, row.host]),
  );
  const known = sites.filter((row) => primary.has(row.id));
  const routing = known.map((row): [string, RoutingSite] => [
    String(row.id),
    {
      ...row,
      primaryHost: primary.get(row.id) ?? "",
      locales: LOCALES.filter((locale) => row.locales.includes(locale)),
      stateUntil: row.stateUntil?.toISOString() ?? null,
    },
  ]);
  return {
    hosts: Object.fromEntries(hosts.map((row) => [row.host, row.siteId])),
    sites: Object.fromEntries(routing),
  };
}

export type SiteSummary = {
  id: number;
  code: string;
  name: string;
  level: SiteLevel;
  host: string;
  theme: string;
  state: string;
};

/** All sites with their primary host, province first. */
export async function listSites(db: Db | Tx): Promise<SiteSummary[]> {
  const rows = await db
    .select({
      id: site.id,
      code: site.code,
      name: site.name,
      level: site.level,
      host: siteHost.host,
      theme: site.theme,
      state: site.state,
      isPrimary: siteHost.isPrimary,
    })
    .from(site)
    .innerJoin(siteHost, eq(siteHost.siteId, site.id))
    .where(eq(siteHost.isPrimary, true))
    .orderBy(asc(site.regionCode), asc(site.idCode));
  return rows.map(({ isPrimary: _, ...row }) => row);
}

export async function getSiteByCode(
  db: Db | Tx,
  code: string,
): Promise<{ id: number; code: string; name: string } | null> {
  const [row] = await db
    .select({ id: site.id, code: site.code, name: site.name })
    .from(site)
    .where(eq(site.code, code));
  return row ?? null;
}

/** Newest version of a template. */
export async function getTemplate(db: Db | Tx, code: string): Promise<SiteTemplate | null> {
  const [row] = await db
    .select({ body: siteTemplate.body })
    .from(siteTemplate)
    .where(eq(siteTemplate.code, code))
    .orderBy(desc(siteTemplate.version))
    .limit(1);
  return row ? templateSchema.parse(row.body) : null;
}

/** What a new child site takes over from its parent when nothing else is said. */
export async function getSiteFacts(
  db: Db | Tx,
  code: string,
): Promise<{ regionCode: string; phone: string; address: string } | null> {
  const [row] = await db
    .select({ regionCode: site.regionCode, phone: site.phone, address: site.address })
    .from(site)
    .where(eq(site.code, code));
  return row ?? null;
}
