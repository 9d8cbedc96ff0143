import * as z from "zod";

const words = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);

/** What a body says of itself; 机构名称 is the title. @rule GL-5.2 */
export const organisationMetadata = z.strictObject({
  /** 职责, one a line */
  duties: z.array(z.string().trim().min(1).max(1_000)).max(60).default([]),
  /** 内设机构, one a line */
  divisions: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  /** 负责人 */
  head: words(100),
  /** 办公地址 */
  address: words(200),
  /** 邮政编码 */
  postcode: z
    .string()
    .trim()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
  /** 办公时间 */
  officeHours: words(300),
  /** 办公电话: as it is written */
  officePhone: words(300),
  /** 传真 */
  fax: words(100),
  /** 网站 */
  website: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /** Address in the system it came from. */
  originalUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
});
