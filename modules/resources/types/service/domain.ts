/** What a guide to a service says of itself: from a record of another system, and on its page. */
import type { ImportDocument } from "#modules/resources/schema.ts";
import type { IndexFacts, IndexField } from "#modules/resources/types/domain.ts";
import {
  givenOnly,
  lettersOf,
  lineSaid,
  linesSaid,
  webAddress,
} from "#modules/resources/types/domain.ts";
import type { ServiceMetadata } from "#modules/resources/types/service/schema.ts";
import { serviceMetadata } from "#modules/resources/types/service/schema.ts";

/** The fields of a record in an import file (shared schema: `meta.phone`, `meta.materials`, `meta.limitLegal` …). */
export function serviceFromRecord(record: ImportDocument): Record<string, unknown> {
  const meta = record.meta ?? {};
  return {
    agency: lineSaid(meta["agency"]) ?? (record.org || null),
    division: lineSaid(meta["division"]),
    phone: lineSaid(meta["phone"]),
    supervisionPhone: lineSaid(meta["complaint"]),
    place: lineSaid(meta["place"]),
    hours: lineSaid(meta["hours"]),
    itemType: record.category || null,
    audience: linesSaid(meta["audience"], /[、,，;；]+/),
    conditions: lineSaid(meta["conditions"]),
    process: linesSaid(meta["process"], /\r?\n/),
    materials: linesSaid(meta["materials"], /\r?\n|[;；]/),
    promisedTime: lineSaid(meta["limitPromised"]),
    legalTime: lineSaid(meta["limitLegal"]),
    fee: lineSaid(meta["fee"]),
    legalBasis: lineSaid(meta["basis"]),
    onlineUrl: webAddress(lineSaid(meta["onlineUrl"])),
    platform: lineSaid(meta["platform"]),
    booking: lineSaid(meta["onlineBooking"]),
    courier: lineSaid(meta["courier"]),
    taskCode: lineSaid(meta["taskCode"]),
    originalUrl: webAddress(record.url),
  };
}

const read = (metadata: unknown): ServiceMetadata =>
  serviceMetadata.safeParse(metadata).data ?? serviceMetadata.parse({});

/** In the order of questions: who does it, for whom, how, with what, how long, how much, where, whom to ask. @rule C34 */
export function serviceIndex({ metadata }: IndexFacts): IndexField[] {
  const said = read(metadata);
  return givenOnly([
    { field: "agency", value: said.agency },
    { field: "division", value: said.division },
    { field: "item-type", value: said.itemType },
    { field: "audience", value: said.audience.join("、") },
    { field: "conditions", value: said.conditions, kind: "lines" },
    { field: "process", value: said.process.join("\n"), kind: "lines" },
    { field: "materials", value: said.materials.join("\n"), kind: "lines" },
    { field: "promised-time", value: said.promisedTime },
    { field: "legal-time", value: said.legalTime },
    { field: "fee", value: said.fee },
    { field: "place", value: said.place },
    { field: "hours", value: said.hours },
    { field: "phone", value: said.phone, kind: "phone" },
    { field: "supervision-phone", value: said.supervisionPhone, kind: "phone" },
    { field: "online", value: said.onlineUrl, kind: "web" },
    { field: "platform", value: said.platform },
    { field: "booking", value: said.booking },
    { field: "courier", value: said.courier },
    { field: "legal-basis", value: said.legalBasis, kind: "lines" },
    { field: "task-code", value: said.taskCode },
  ]);
}

/** What a result shows of it, in this order. @rule C42 */
export const SERVICE_CARD = [
  "agency",
  "division",
  "phone",
  "supervision-phone",
  "place",
  "hours",
] as const;

/** Heads of the rows in which other systems print the elements. */
const HEADS = [
  "事项名称",
  "事项类型",
  "实施机关",
  "实施主体",
  "办理机构",
  "责任处室",
  "服务对象",
  "受理条件",
  "办理流程",
  "申请材料",
  "办理材料",
  "承诺办结时限",
  "法定办结时限",
  "收费标准",
  "办理地点",
  "受理地点",
  "办理时间",
  "受理时间",
  "咨询电话",
  "监督投诉电话",
  "承办平台",
  "物流快递",
  "网上预约",
  "设定依据",
  "实施编码",
];

/** Whether the fields say every line of `text`: a printed table of the elements is not kept a second time. */
export function isServiceRepeated(text: string, { title, metadata }: IndexFacts): boolean {
  const said = read(metadata);
  const values = Object.values(said).flatMap((value) =>
    Array.isArray(value) ? [...value, value.join("")] : [value ?? ""],
  );
  const known = new Set(
    [title, ...HEADS, ...values.flatMap((value) => [value, ...value.split("\n")])].map(lettersOf),
  );
  return text.split("\n").every((line) => known.has(lettersOf(line)));
}
