import type { BlockView, ItemView, LinkView } from "#themes/contract.ts";

const LEADS = [
  "省政府召开常务会议 研究部署稳就业促增收和岁末年初保供稳价工作",
  "全省重大项目四季度调度会召开 前十月完成年度投资九成以上",
  "云川秋粮收购进度过六成 优质稻收购价稳中有升",
  "全省政务服务“跨市通办”事项增至二百六十项",
  "云江流域综合治理一期工程全线完工 两岸百万群众受益",
  "我省新增三百二十七所学校开展校园午休“躺睡”",
  "国庆假期云川接待游客三千八百余万人次 县域旅游增势明显",
];
const NEWS = [
  "省政府常务会议研究部署稳就业促增收工作",
  "我省出台十条措施支持民营经济高质量发展",
  "全省义务教育招生工作实施意见公布",
  "城市更新三年行动计划正式启动",
  "前三季度全省经济运行情况新闻发布会召开",
  "冬季供暖保障热线开通，24 小时有人接听",
  "数字政府建设取得新进展，八成事项可在手机上办",
  "全省安全生产大检查部署会召开",
  "省图书馆新馆试运行，周一照常开放",
  "全省新增三条省际定制客运线路",
  "第八届云川农产品展销会开幕",
];
const NOTICES = [
  "关于 2026 年度省级公务员录用考试报名的公告",
  "关于云州至青石公路养护施工期间交通管制的通告",
  "2026 年第四季度城乡居民养老保险待遇资格认证通知",
  "关于开展冬季流感疫苗免费接种的通知",
  "关于征集 2027 年为民办实事项目的公告",
  "省级医保目录药品价格调整公示",
];
const DOCUMENTS = [
  "云川省人民政府关于印发《优化营商环境若干措施》的通知",
  "云川省人民政府办公厅关于切实解决老年人运用智能技术困难的实施方案",
  "云川省人民政府关于公布行政规范性文件清理结果的决定",
  "云川省人民政府办公厅关于进一步规范政务公开工作的意见",
  "云川省 2026 年度重大行政决策事项目录",
];
const READINGS = [
  "一图读懂《优化营商环境若干措施》",
  "省人社厅负责人解读稳就业十二条",
  "养老服务补贴怎么领？五个问题说清楚",
  "专家解读：城市更新如何保护老街巷",
  "政策问答：灵活就业人员参保",
];
const ANSWERS = [
  "老旧小区加装电梯，需要多少住户同意？",
  "外省户籍子女在云州入学要带什么材料？",
  "退休人员异地就医怎样直接结算？",
  "农村自建房翻新要办哪些手续？",
  "关于冬季供暖温度不达标的答复",
];
const LOCAL = [
  "云州市开通六条夜间公交线路",
  "青石县建成山区农产品冷链中心",
  "南渡市“一窗通办”延伸到乡镇",
  "临江区老旧小区改造年内完工 46 个",
  "白岭县发布冬季森林防火令",
];
const SERVICES = [
  ...["社保医保", "户口办理", "婚姻登记", "不动产", "公积金", "营业执照"],
  ...["机动车", "教育入学", "养老服务", "残疾人服务", "水电气暖", "投诉建议"],
];

/** 42 汉字, the longest title the pages must set well. */
export const LONGEST_TITLE =
  "云川省人民政府办公厅关于进一步加强城乡居民基本养老保险与职工养老保险制度衔接工作的实施意见";

/** Told of the first item of a block. */
const SUMMARIES: Record<string, string> = {
  头条: "会议听取前三季度就业形势汇报，确定扩大以工代赈、支持灵活就业、加强技能培训等十二条措施，自十二月一日起施行。",
  政务要闻: "前三季度全省地区生产总值同比增长 5.4%，城镇新增就业 61.2 万人，居民消费价格基本平稳。",
  回应关切:
    "加装电梯由本单元业主共同决定。同意的户数、面积各占多少，费用怎样分摊，可以先到社区问清楚。",
};

/** Days go back from 2026-11-20, one an item. */
export function exampleItems(
  titles: string[],
  at: (path: string) => string,
  summary: string | null = null,
): ItemView[] {
  return titles.map((title, index) => ({
    title,
    href: at(`/a/${title.length}-${title.charCodeAt(0)}-${title.charCodeAt(4)}-${index}.html`),
    publishedAt: new Date(Date.UTC(2026, 10, 20 - index, 1, 30)).toISOString(),
    summary: index === 0 ? summary : null,
    isPinned: false,
  }));
}

export function exampleBlocks(at: (path: string) => string): BlockView[] {
  const block = (kind: BlockView["kind"], title: string, titles: string[]): BlockView => ({
    kind,
    title,
    moreHref: at(`/${title.length}${title.charCodeAt(0)}${title.charCodeAt(2)}/`),
    items: exampleItems(titles, at, SUMMARIES[title] ?? null),
  });
  return [
    block("lead", "头条", LEADS),
    block("list", "通知公告", NOTICES),
    block("list", "政务要闻", NEWS.slice(3)),
    block("documents", "政策文件", DOCUMENTS),
    block("list", "政策解读", READINGS.slice(0, 3)),
    block("list", "回应关切", ANSWERS),
    block("list", "市县动态", LOCAL),
  ];
}

export function exampleServices(at: (path: string) => string): LinkView[] {
  return SERVICES.map((name, index) => ({ name, href: at(`/s/${index}`) }));
}

export function exampleRows(at: (path: string) => string, count: number): ItemView[] {
  const titles = [LONGEST_TITLE, ...NOTICES, ...NEWS, ...DOCUMENTS, ...READINGS].slice(0, count);
  return exampleItems(titles, at).map((item, index) => ({ ...item, isPinned: index === 0 }));
}
