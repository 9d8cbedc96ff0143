import { expect, test } from "vitest";
import { looksPersonal } from "#modules/searchlog/domain/personal.ts";
import { keptText } from "#modules/searchlog/domain/question.ts";

/** Made up; no such person, phone or card. */
const PERSONAL = [
  "330106199001011234",
  "33010619900101123X 户口",
  "身份证 330106 19900101 1234",
  "13800138000",
  "王某 138-0013-8000",
  "１３８００１３８０００",
  "电话：0571 8705 2114",
  "一三八零零一三八零零零",
  "6222 0212 3456 7890 123",
  "someone@example.cn 投诉",
  "9133000012345678XY",
];

test.each(PERSONAL)("%s is not kept", (typed) => {
  expect(looksPersonal(typed)).toBe(true);
  expect(keptText(typed)).toBeNull();
});

test.each([
  ["公积金提取", "公积金提取"],
  ["云政办发〔2026〕12号", "云政办发〔2026〕12号"],
  ["2026年11月20日 停水", "2026年11月20日 停水"],
  ["2026-11-20停水", "2026-11-20停水"],
  ["12345", "12345"],
  ["二〇二六年 养老金", "二〇二六年 养老金"],
  ["  營業執照   辦理 ", "营业执照 办理"],
  ["ＧＢ２３１２", "gb2312"],
])("%s is kept as %s", (typed, kept) => {
  expect(keptText(typed)).toBe(kept);
});

test.each(["", "   ", "！？。", "办".repeat(101)])(
  "%j says nothing that could be counted",
  (typed) => {
    expect(keptText(typed)).toBeNull();
  },
);
