import * as z from "zod";
import { SITE_LEVELS, SITE_STATES } from "#db/enums/sites.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { hostFromWords } from "#lib/routing/host.ts";
import { columnSchema } from "#modules/columns/schema.ts";

const text = (max: number) => z.string().trim().min(1).max(max);

/** `yunchuan`: what operators type. */
export const siteCodeSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, "site-code-form");

const hostSchema = z
  .string()
  .transform((host) => hostFromWords(host) ?? "")
  .pipe(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "host-form"));

/** A link of the home page: to a column of the site or to an address on it. */
const serviceSchema = z.object({
  name: text(20),
  column: z.string().optional(),
  href: z.string().startsWith("/").optional(),
});

export const homeSchema = z.object({
  blocks: z.array(
    z.object({
      kind: z.enum(["lead", "list", "documents"]),
      title: text(20),
      column: text(200),
      limit: z.number().int().min(1).max(20),
    }),
  ),
  services: z.array(serviceSchema).max(24),
});
export type Home = z.infer<typeof homeSchema>;

export const templateSchema = z.object({
  code: siteCodeSchema,
  version: z.number().int().min(1),
  name: text(40),
  theme: text(40),
  columns: z.array(columnSchema),
  home: homeSchema,
});
export type SiteTemplate = z.infer<typeof templateSchema>;

export const siteInput = z.object({
  code: siteCodeSchema,
  /** @rule GL-2.10 */
  name: text(60),
  shortName: text(20),
  level: z.enum(SITE_LEVELS),
  parent: siteCodeSchema.nullable(),
  regionCode: z.string().regex(/^\d{6}$/, "region-code-form"),
  /** @rule GL-2.12 */
  idCode: z.string().regex(/^(\d{10}|bm\d{8})$/, "id-code-form"),
  sponsor: text(60),
  undertaker: text(60).nullable(),
  contact: z.object({ phone: text(40), address: text(120), email: z.email().nullable() }),
  icp: z
    .string()
    .regex(/ICP备\d{8}号/, "icp-form")
    .nullable(),
  police: z
    .string()
    .regex(/公网安备 ?\d{14}/, "police-form")
    .nullable(),
  /** The first is the primary one; the others redirect to it. @rule GL-4.2 */
  hosts: z.array(hostSchema).min(1).max(20),
  theme: text(40).nullable().default(null),
  emblem: z.enum(["national", "none"]),
  slogan: text(40).nullable(),
  template: siteCodeSchema,
  locales: z.array(z.enum(LOCALES)).min(1).default(["zh-CN"]),
  /** Names that this site gives to columns of its template. */
  columnNames: z.record(z.string(), text(10)).default({}),
});
export type SiteInput = z.infer<typeof siteInput>;

export const siteStateInput = z.object({
  code: siteCodeSchema,
  state: z.enum(SITE_STATES),
  notice: text(300).nullable().default(null),
  successor: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/$/, ""))
    .nullable()
    .default(null),
  until: z.coerce.date().nullable().default(null),
});
export type SiteStateInput = z.infer<typeof siteStateInput>;
