/**
 * Characters that look alike and are taken for each other when a word is copied by eye, written by hand on
 * glass or read from a scan. An own table of pairs that proofreaders of official papers know; each row is a
 * group in which any may stand for any other.
 */
const LOOK_ALIKE: readonly string[] =
  "未末 己已巳 土士 人入 日曰 干千于 天夭 大太犬 刀力 午牛 贷货 侯候 戊戌戍 茶荼 析折拆 帐账 券卷 辩辨辫 藉籍 署暑 准淮 徒徙 治冶 历厉 拨拔 没设 往住 晴睛 坚竖 遣遗 享亨 崇祟 令今 免兔 困因 圆园 师帅 待侍 恕怒 栗粟 弛驰 陪赔 壁璧 躁燥 漫慢 博搏 育盲 矛予 申甲由 鸟乌 哀衰衷 失矢 叨叼 元无 儿几 九丸 贫贪 宜宣 官宫 冒昌 幻幼 代伐 休体 税锐说 缉辑 峡狭 建健 检捡险验 构购 抢枪 报服 拓招 择泽译 残践贱钱线 洗冼 爱受 处外 氏民 班斑 拘抱 偏编遍 渡度 植值 竟竞 即既 毫豪 肆肄 陈阵 邮邱 坊妨防 幅副 抵低底 购沟 绩积 稽嵇 核咳 项顶 烟姻 赡瞻 裁栽载 棵颗 锻缎 档挡 揭竭 桥侨娇 续读 救数 刑邢 隶逮 垠垦 垫势 舍含".split(
    " ",
  );

const alikes = new Map<string, readonly string[]>();
for (const group of LOOK_ALIKE) {
  const characters = [...group];
  for (const one of characters)
    alikes.set(one, [...(alikes.get(one) ?? []), ...characters.filter((other) => other !== one)]);
}

/** The words that `word` may have been meant for, were one of its characters taken for one that looks alike. */
export function lookAlikes(word: string): string[] {
  const characters = [...word];
  return characters.flatMap((character, at) =>
    (alikes.get(character) ?? []).map((other) => characters.with(at, other).join("")),
  );
}
