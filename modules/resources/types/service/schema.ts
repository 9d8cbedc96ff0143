import * as z from "zod";

const words = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);
const lines = (most: number, max: number) =>
  z.array(z.string().trim().min(1).max(max)).max(most).default([]);
const address = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .default(null);

/** Elements of a guide to a service, those that inspections count and more. 事项名称 is the title. @rule HD-3.10 */
export const serviceMetadata = z.strictObject({
  /** 办理机构 */
  agency: words(300),
  /** 责任处室 */
  division: words(100),
  /** 咨询电话: as it is written, often more than a number */
  phone: words(600),
  /** 监督投诉电话 */
  supervisionPhone: words(600),
  /** 受理地点 */
  place: words(300),
  /** 受理时间 */
  hours: words(300),
  /** 事项类型 @rule HD-3.1 */
  itemType: words(40),
  /** 服务对象 @rule HD-3.3 */
  audience: lines(20, 40),
  /** 受理条件 */
  conditions: words(4_000),
  /** 办理流程, a step a line */
  process: lines(50, 500),
  /** 申请材料, one a line */
  materials: lines(100, 300),
  /** 承诺办结时限 */
  promisedTime: words(60),
  /** 法定办结时限 */
  legalTime: words(60),
  /** 收费标准 */
  fee: words(500),
  /** 设定依据 */
  legalBasis: words(4_000),
  /** 在线办理 */
  onlineUrl: address,
  /** 承办平台 */
  platform: words(100),
  /** 网上预约 */
  booking: words(40),
  /** 物流快递 */
  courier: words(40),
  /** 实施编码 @rule HD-3.5 */
  taskCode: words(64),
  /** Address in the system it came from. */
  originalUrl: address,
});
export type ServiceMetadata = z.infer<typeof serviceMetadata>;
