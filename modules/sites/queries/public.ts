import "server-only";
import { asc, eq, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { SiteLevel } from "#db/enums/sites.ts";
import { publicSite, publicSiteHost } from "#db/schema/_public.ts";
import type { Home } from "#modules/sites/schema.ts";
import { homeSchema } from "#modules/sites/schema.ts";

export type RelatedSite = { id: number; shortName: string; name: string; host: string };

export type PublicSite = {
  id: number;
  code: string;
  name: string;
  shortName: string;
  level: SiteLevel;
  idCode: string;
  sponsor: string;
  undertaker: string | null;
  phone: string;
  address: string;
  email: string | null;
  icp: string | null;
  police: string | null;
  emblem: "national" | "none";
  slogan: string | null;
  theme: string;
  locales: string[];
  host: string;
  home: Home;
  /** The parent site and the online child sites, in this order. */
  related: RelatedSite[];
};

/** A site as its pages show it. Null when it is gone. */
export async function getPublicSite(db: Db, siteId: number): Promise<PublicSite | null> {
  const [row] = await db
    .select({
      id: publicSite.id,
      code: publicSite.code,
      name: publicSite.name,
      shortName: publicSite.shortName,
      level: publicSite.level,
      parentId: publicSite.parentId,
      idCode: publicSite.idCode,
      sponsor: publicSite.sponsor,
      undertaker: publicSite.undertaker,
      phone: publicSite.phone,
      address: publicSite.address,
      email: publicSite.email,
      icp: publicSite.icp,
      police: publicSite.police,
      emblem: publicSite.emblem,
      slogan: publicSite.slogan,
      theme: publicSite.theme,
      locales: publicSite.locales,
      home: publicSite.home,
    })
    .from(publicSite)
    .where(eq(publicSite.id, siteId));
  if (!row) return null;
  const { parentId, home, ...site } = row;
  const near = await db
    .select({
      id: publicSite.id,
      shortName: publicSite.shortName,
      name: publicSite.name,
      host: publicSiteHost.host,
      isPrimary: publicSiteHost.isPrimary,
      state: publicSite.state,
    })
    .from(publicSite)
    .innerJoin(publicSiteHost, eq(publicSiteHost.siteId, publicSite.id))
    .where(
      or(
        eq(publicSite.parentId, siteId),
        eq(publicSite.id, siteId),
        eq(publicSite.id, parentId ?? 0),
      ),
    )
    .orderBy(asc(publicSite.regionCode), asc(publicSite.idCode));
  const primary = near.filter((other) => other.isPrimary);
  const related = primary
    .filter((other) => other.id !== siteId && other.state === "online")
    .map(({ id, shortName, name, host }) => ({ id, shortName, name, host }));
  return {
    ...site,
    host: primary.find((other) => other.id === siteId)?.host ?? "",
    home: homeSchema.parse(home),
    related,
  };
}
