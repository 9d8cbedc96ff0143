/**
 * Line icons of the counter, drawn by us on 24 × 24 in one weight. An icon goes with words and is
 * never read aloud; which one is told by the words of the service.
 */
const PATHS: Record<string, string> = {
  guide: "M6 3.5h9l3.5 3.5v13.5H6zM14.5 3.5V8h4M9 12h6.5M9 16h4",
  chart: "M4 4v16h16M8.5 16v-4M12.5 16V8M16.5 16v-6",
  question:
    "M12 21a9 9 0 1 0-9-9c0 1.7.5 3.2 1.3 4.5L3.5 20.5l4-.9A9 9 0 0 0 12 21zM9.7 9.5a2.4 2.4 0 1 1 3.3 2.2c-.7.3-1 .8-1 1.5M12 16.2v.1",
  letter: "M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5",
  stamp: "M9.5 11V7.5a2.5 2.5 0 1 1 5 0V11M6 11h12l1.5 5h-15zM5.5 20h13",
  law: "M12 4v16M7.5 20h9M5 7.5l7-1.5 7 1.5M5 7.5 2.7 13.5h4.6zM19 7.5l-2.3 6h4.6z",
  speech: "M4 5h16v11h-8.5L7 20v-4H4zM8 9h8M8 12.5h5",
  phone:
    "M6.5 3.5 9.5 4l1 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1 .5 3c0 1.5-1.2 2.7-2.7 2.6C10.5 19.6 4.4 13.5 3.9 6.2 3.8 4.7 5 3.5 6.5 3.5z",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.7-6.5 7.5-6.5s6.9 2.5 7.5 6.5",
  house: "M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10M10 20v-5.5h4V20",
  shield: "M12 3l7.5 2.5v6c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5v-6zM8.5 12l2.5 2.5 4.5-5",
  rings:
    "M9 19a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM15 19a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12 3.5v2",
  coins:
    "M12 9c4.1 0 7.5-1.2 7.5-2.8S16.1 3.5 12 3.5 4.5 4.6 4.5 6.2 7.9 9 12 9zM4.5 6.2v11.6c0 1.5 3.4 2.7 7.5 2.7s7.5-1.2 7.5-2.7V6.2M4.5 12c0 1.6 3.4 2.8 7.5 2.8s7.5-1.2 7.5-2.8",
  case: "M3.5 8h17v11.5h-17zM9 8V4.5h6V8M3.5 13h17",
  car: "M5 17.5H3.5V12l2.5-6h12l2.5 6v5.5H19M9 17.5h6M4 12h16M7 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  book: "M12 6.5C10 5 7 4.5 3.5 4.8v13.5c3.5-.3 6.5.2 8.5 1.7 2-1.5 5-2 8.5-1.7V4.8C17 4.5 14 5 12 6.5zM12 6.5V20",
  heart:
    "M12 20C6.5 16 3.5 12.7 3.5 9.2 3.5 6.5 5.5 4.5 8 4.5c1.7 0 3.2.9 4 2.4.8-1.5 2.3-2.4 4-2.4 2.5 0 4.5 2 4.5 4.7 0 3.5-3 6.8-8.5 10.8z",
  drop: "M12 3.5c3.7 4.5 6 7.7 6 10.7a6 6 0 0 1-12 0c0-3 2.3-6.2 6-10.7zM9 14.5a3 3 0 0 0 3 3",
  place:
    "M12 21c4.5-4.7 7-8.2 7-11.3A7 7 0 0 0 5 9.7C5 12.8 7.5 16.3 12 21zM12 12.2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  badge:
    "M4 5.5h16v13H4zM9 12.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6.5 16c.3-1.5 1.3-2.3 2.5-2.3s2.2.8 2.5 2.3M14 10h3.5M14 14h3.5",
  leaf: "M5 19c0-8.5 5-14 14.5-14.5C20 13 15 18.5 8 18.5c-1.5 0-2.5-.5-3-1.5M5 19c2-4.5 5-7.5 9-9.5",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4",
  feed: "M5 19.5v-.1M5 13.5a6 6 0 0 1 6 6M5 8.5a11 11 0 0 1 11 11M5 3.5a16 16 0 0 1 16 16",
  arrow: "M4.5 12h15M13.5 6l6 6-6 6",
};

/** The first of these that the words contain tells the icon; wholesome subjects before verbs. */
const SIGNS: [pattern: RegExp, icon: keyof typeof PATHS][] = [
  [/社保|医保|参保|保险/, "shield"],
  [/户口|身份|居住证/, "person"],
  [/婚姻/, "rings"],
  [/不动产|住房|房屋|供暖/, "house"],
  [/公积金|补贴|缴费|税/, "coins"],
  [/招聘|招考|考试|职称|人事/, "badge"],
  [/营业|执照|企业|就业|创业/, "case"],
  [/机动车|驾|交通|出行|公交/, "car"],
  [/教育|入学|学|书/, "book"],
  [/养老|残疾|救助|健康|就医/, "heart"],
  [/地点|地图|在哪/, "place"],
  [/电话|机构|热线/, "phone"],
  [/水|电|气|暖/, "drop"],
  [/法规|规章|执法/, "law"],
  [/申请|许可|审批|资质/, "stamp"],
  [/数据|统计/, "chart"],
  [/问答|问题|疑问|常见/, "question"],
  [/建议|意见|投诉|信箱|举报|来信/, "letter"],
  [/解读|回应/, "speech"],
  [/环境|农|林|生态/, "leaf"],
  [/通知|公告|公示/, "bell"],
  [/指南|文件|办事/, "guide"],
];

export type IconName = keyof typeof PATHS;

export const iconFor = (name: string): IconName =>
  SIGNS.find(([pattern]) => pattern.test(name))?.[1] ?? "arrow";

export function Icon({ name, className }: { name: IconName; className: string }) {
  return (
    <svg className={`line-icon ${className}`} viewBox="0 0 24 24" aria-hidden>
      <path d={PATHS[name]} />
    </svg>
  );
}
