/** Documents as a large group has them, in numbers only: words by Zipf's law, one subject a document. */
import type { ResourceType } from "#db/enums/resources.ts";
import type { Source } from "#modules/search/domain/row.ts";
import { random } from "./figures.ts";

const SUBJECTS =
  "住房公积金 居民身份证 营业执照 机动车驾驶证 最低生活保障 不动产登记 养老保险 医疗保险 食品经营许可证 义务教育招生 安全生产 环境保护 招商引资 乡村振兴 防汛抗旱 人才引进 就业创业 行政审批 财政预算 政府采购 土地征收 森林防火 疫情防控 食品安全 交通运输 旅游开发 科技创新 知识产权 残疾人补贴 老年人优待".split(
    " ",
  );
const ACTS =
  "办理 申请 补办 变更 注销 申报 审核 公示 检查 验收 评审 培训 补贴 缴纳 登记 备案 举报 查询 年检 转移".split(
    " ",
  );
const KINDS = "通知 公告 意见 办法 方案 通报 批复 决定 规定 指南".split(" ");
const COMMON =
  "工作 通知 单位 部门 有关 要求 管理 情况 加强 进行 服务 落实 组织 实施 项目 企业 发展 建设 政府 责任".split(
    " ",
  );
const CHARACTERS =
  "安北昌德东恩方国海河华江金景康兰龙明南宁平青清泉荣瑞山胜石水顺松泰天通万文武西新信兴阳义永玉远云泽镇正中州";

export const WORDS = { SUBJECTS, ACTS, KINDS, COMMON };

export type Generator = { source: (id: number) => Source; rareWord: (id: number) => string };

const SITES = 120;
const CHARACTERS_A_TEXT = 800;

/** @param dictionary words from the commonest to the rarest */
export function generator(seed: number, dictionary: readonly string[]): Generator {
  const words = [...COMMON, ...ACTS, ...dictionary];
  // Where the share of all words told so far begins, so that a draw is one search.
  const sums: number[] = [];
  let sum = 0;
  for (const at of words.keys()) {
    sum += 1 / (at + 8);
    sums.push(sum);
  }
  const draw = (chance: () => number): string => {
    const mark = chance() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < mark) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? "";
  };
  const pick = <One>(chance: () => number, all: readonly One[]): One =>
    all[Math.floor(chance() * all.length)] as One;
  const place = (chance: () => number) =>
    `${pick(chance, [...CHARACTERS])}${pick(chance, [...CHARACTERS])}${pick(chance, [..."市县区镇乡"])}`;
  const textOf = (beginning: string, subject: string, chance: () => number): string => {
    let text = beginning;
    while (text.length < CHARACTERS_A_TEXT) {
      text += draw(chance);
      if (chance() < 0.03) text += subject;
      if (chance() < 0.12) text += chance() < 0.6 ? "，" : "。";
    }
    return text;
  };
  const rareWord = (id: number) => `zx${(id * 7_919).toString(36)}`;
  const source = (id: number): Source => {
    const chance = random(seed + id * 31);
    const subject = pick(chance, SUBJECTS);
    const act = pick(chance, ACTS);
    const kind = pick(chance, KINDS);
    const text = textOf(`${subject}${act}。`, subject, chance);
    const year = 2010 + Math.floor(chance() * 16);
    const types: ResourceType[] = ["article", "article", "article", "policy", "service", "qa"];
    const siteId = 1 + Math.floor(SITES * chance() ** 2);
    return {
      resourceId: id,
      type: pick(chance, types),
      columnTypes: [],
      title: `${place(chance)}关于${subject}${act}${draw(chance)}的${kind}`,
      text: `${text}${rareWord(id)}`,
      fileNames: [],
      fileTexts: [],
      documentNumber: id % 5 === 0 ? `云政办发〔${year}〕${1 + (id % 20_000)}号` : null,
      indexNumber: null,
      keywords: [],
      organisation: null,
      organisationId: null,
      originSiteId: siteId,
      siteIds: [siteId],
      regionCode: `99${String(siteId % 20).padStart(2, "0")}00`,
      validity: "current",
      publishedAt: new Date(
        Date.UTC(year, Math.floor(chance() * 12), 1 + Math.floor(chance() * 28), 2),
      ),
    };
  };
  return { source, rareWord };
}
