import * as z from "zod";
import { daySchema } from "#lib/day-schema.ts";

const words = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);
const day = daySchema.nullable().default(null);

/** Index fields of an official document. 有效性 is the resource's own, 发布日期 the placement's. @rule GW-1 */
export const policyMetadata = z.strictObject({
  /** 索引号 */
  indexNo: words(60),
  /** 主题分类, `一级\二级` */
  themeCategory: words(120),
  /** 体裁 */
  genre: words(30),
  /** 发文机关, joint issuers as they are written */
  issuer: words(300),
  /** 发文字号 */
  docNo: words(80),
  /** 成文日期: a day, not a moment */
  writtenOn: day,
  /** 施行日期 */
  effectiveOn: day,
  /** 主题词 */
  keywords: z.array(z.string().min(1).max(30)).max(20).default([]),
  /** 沿革: passed, amended, one line each */
  history: z.array(z.string().min(1).max(500)).max(100).default([]),
  /** Address in the system it came from. */
  originalUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
});
export type PolicyMetadata = z.infer<typeof policyMetadata>;
