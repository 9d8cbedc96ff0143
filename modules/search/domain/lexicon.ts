/** Words of government that a general dictionary cuts apart, and words that carry no meaning in a question. */
export const DOMAIN_WORDS: readonly string[] = [
  ..."政务服务 一网通办 最多跑一次 办事指南 公共服务 行政许可 行政处罚 行政复议 行政确认 行政给付 行政裁决 行政强制".split(
    " ",
  ),
  ..."依申请公开 信息公开 政府信息公开 主动公开 规范性文件 政策解读 权责清单 负面清单 营商环境 放管服".split(
    " ",
  ),
  ..."最低生活保障 住房公积金 公积金贷款 社会保险 医疗保险 养老保险 失业保险 工伤保险 生育保险 居住证 身份证".split(
    " ",
  ),
  ..."营业执照 食品经营许可证 不动产 不动产登记 机动车 驾驶证 行驶证 护照 户口簿 出生医学证明 入户 落户".split(
    " ",
  ),
  ..."补办 补领 换领 申领 年检 年审 备案 公证 公证书 资格证 执业证 注销登记 变更登记 设立登记 参保 缴费 补缴".split(
    " ",
  ),
];

export const STOP_WORDS: ReadonlySet<string> = new Set(
  "的 了 吗 呢 吧 啊 是 在 和 与 及 或 有 我 我要 我想 你 您 请问 怎么 怎么办 怎么样 如何 如何办理 怎样 什么 哪些 哪里 哪儿 哪个 为什么 多少 几个 需要 应该 可以 能否 是否 有没有 想 要 去 给 被 把 对 对于 关于 等 等等 这 那 这个 那个 进行 什么样 有何 何种 哪几 哪".split(
    " ",
  ),
);

/** Ends and beginnings of questions that ask how, and name nothing. */
export const QUESTION_FORMS: readonly RegExp[] = [
  /^(?:请问|我想问|我想|我要|想问一下|你好|您好)[,，。!！ ]*/u,
  /(?:怎么办理?|如何办理?|怎样办理?|怎么申请|如何申请|在哪里?办理?|去哪里?办理?|需要(?:什么|哪些)(?:材料|手续|条件|资料)|要(?:什么|哪些)(?:材料|手续)|是什么|有哪些|吗|呢)[?？。 ]*$/u,
];
