/** What a question asks for by its form: a time, a number, a place. A text that holds such a thing may answer it. */

type Form = { asks: RegExp; answer: RegExp };

/** Of folded texts: `：` is `:` there, and full-width digits are plain. */
const FORMS: readonly Form[] = [
  {
    asks: /什么时候|什么时间|何时|几[月号点]|哪[天日年]|多久|多长时间|时间|日期|期限|截止|有效期/u,
    answer:
      /\d+\s*(?:[年月日天时:]|个月|小时|分钟|周)|[一二三四五六七八九十]+(?:个月|[年月日天周])/u,
  },
  {
    asks: /电话|热线|号码|怎么联系|如何联系/u,
    answer: /\d{3,4}-\d{7,8}|(?<!\d)(?:1[12]\d{3}|9\d{4}|\d{7,12})(?!\d)/u,
  },
  { asks: /网站|网址|链接|邮箱|公众号/u, answer: /https?:|www\.|@|公众号/u },
  {
    asks: /多少|几[个项条名家次张元万]|比例|幅度|标准|金额|额度|收费|费用|税率|人数/u,
    answer: /\d/u,
  },
  {
    asks: /哪里|哪儿|在哪|何处|地点|地址/u,
    answer: /[\p{Script=Han}\d]+(?:[路街道巷号楼室]|大厅|中心|窗口)/u,
  },
];

/** Words that only ask: they name nothing that an answer would repeat. */
const ASKING =
  /什么时候|什么时间|什么|哪些|哪几|哪个|哪里|哪|如何|怎么样|怎么|怎样|多少|是否|请问|为什么|有何|何时|何地|吗|呢/gu;

/** How many of the forms that the question asks for a text has, 0–1; 0 for a question that asks for none. */
export function answerForms(question: string): (text: string) => number {
  const asked = FORMS.filter(({ asks }) => asks.test(question));
  return (text) =>
    asked.length === 0 ? 0 : asked.filter(({ answer }) => answer.test(text)).length / asked.length;
}

/** The question without words that only ask. */
export const withoutAsking = (question: string): string => question.replace(ASKING, " ");
