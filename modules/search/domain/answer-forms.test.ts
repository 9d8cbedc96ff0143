import { expect, test } from "vitest";
import { answerForms, withoutAsking } from "#modules/search/domain/answer-forms.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { nearness } from "#modules/search/domain/nearer.ts";

const has = (question: string, text: string) => answerForms(fold(question))(fold(text));

test.each([
  ["海关咨询热线电话是多少", "拨打１２３６０咨询", 1],
  ["社保局电话", "0571-88888888", 1],
  ["社保局电话", "请携带身份证前往窗口", 0],
  ["几点上班", "上午9：00至12：00", 1],
  ["延长到什么时候", "延长至三月三十一日", 1],
  ["延长到什么时候", "按规定延长", 0],
  ["补贴标准是多少", "每人每月500元", 1],
  ["在哪里办理", "市政务服务中心三楼", 1],
  ["在哪里办理", "符合条件的可以申请", 0],
  ["营业执照", "0571-88888888", 0],
])("%s: %s", (question, text, share) => expect(has(question, text)).toBe(share));

test("of texts that hold the same words, the one with the asked thing is nearer", () => {
  const near = nearness(
    "不动产登记窗口电话是多少",
    ["不动产", "登记", "窗口", "电话"],
    [
      { id: 1, text: "不动产登记窗口的电话由中心统一公布，请留意公告。" },
      { id: 2, text: "不动产登记窗口的电话：0571-88880000，工作日接听。" },
    ],
  );
  expect(near.get(2)).toBe(1);
  expect(near.get(1)).toBeLessThan(1);
});

test("words that only ask are not looked for", () => {
  expect(withoutAsking("公积金怎么提取").replace(/\s/g, "")).toBe("公积金提取");
});
