import { describe, expect, test } from "vitest";
import { readPage } from "./page.ts";

const page = (html: string) =>
  readPage(
    Buffer.from(
      `<!doctype html><html><head><meta charset="utf-8"><title>关于某事的通知</title></head><body>${html}
       <div id="zoom"><p>各县人民政府，各有关部门：现将有关事项通知如下，请认真贯彻执行。</p></div></body></html>`,
    ),
  );

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

describe("fields that a page prints", () => {
  test("are read from the cell beside their label; an empty one is none", () => {
    const { labels } = page(`<table>
      ${row("<b>索  引  号：</b>", "000014349/2024-00012", "文号：", "")}
      ${row("公开方式：", "主动公开", "有效性：", "")}
      ${row("标　题：", "关于某事的通知", "发布机构：", "某市人民政府")}
      ${row("公文种类", "通知", "施行日期", "2024年3月1日")}
      ${row("成文日期：", "2024 年 2 月 8 日", "生成日期：", "2024-02-09")}</table>`);
    expect(labels).toEqual({
      index: "000014349/2024-00012",
      title: "关于某事的通知",
      org: "某市人民政府",
      genre: "通知",
      effective: "2024-03-01",
      written: "2024-02-08",
    });
  });

  test("are not the next label, whatever it is called, nor any line that does not look like them", () => {
    const { labels } = page(`<div>发文字号：</div><div>公开方式：</div><div>主动公开</div>
      <div>有效性：</div><div>关于某事的通知</div><div>成文日期：</div><div>各县人民政府</div>
      <div>索引号：</div><div>信息名称：</div>`);
    expect(labels).toEqual({});
  });

  test("are the next line where it looks like them", () => {
    const { labels } =
      page(`<div>发文字号：</div><div>某政发〔2024〕12号</div><div>有效性：</div><div>已废止</div>
      <div>成文日期：</div><div>2024-02-08</div><div>索引号：</div><div>000014349/2024-00012</div>
      <div>体裁：</div><div>通知</div><div>发文机关：</div><div>某市人民政府</div>`);
    expect(labels).toEqual({
      docNo: "某政发〔2024〕12号",
      status: "已废止",
      written: "2024-02-08",
      index: "000014349/2024-00012",
      genre: "通知",
      org: "某市人民政府",
    });
  });

  test("are no heads of columns", () => {
    const { labels } = page(
      `<table>${row("文号", "浏览次数")}${row("某政发〔2024〕12号", "7")}</table>`,
    );
    expect(labels).toEqual({});
  });

  test("may stand on one line, with some of them empty", () => {
    const { labels } = page(
      "<div>文号： 发布机构：某市人民政府 成文日期：2024-02-08 施行日期：自公布之日起</div>",
    );
    expect(labels).toEqual({ org: "某市人民政府", written: "2024-02-08" });
  });
});

test.each([
  [
    "today's",
    "<div>今天是2024年11月20日 星期三</div><div>2019-03-04 10:20 来源：某网</div>",
    "2019-03-04T10:20:00+08:00",
  ],
  ["today's on two lines", "<p>今天是：</p><p>2024-11-20</p><p>时间：2019-03-04</p>", "2019-03-04"],
  [
    "the clock's",
    "<div>现在时间：2024年11月20日</div><div>发布时间：2019年3月4日</div>",
    "2019-03-04",
  ],
  ["the document's", "<p>成文日期：2019-02-01</p><p>发布日期：2019-03-04</p>", "2019-03-04"],
  ["the document's", "<p>成文日期：2019-02-01</p><p>更新时间：2019-03-04</p>", "2019-03-04"],
  ["the meeting's", "<p>会议时间：2019年3月9日</p><p>日期：2019-03-04</p>", "2019-03-04"],
  ["the meeting's", "<p>会议时间：2019年3月9日</p><p>2019-03-04</p>", "2019-03-04"],
  ["another's", "<p>根据2018年1月1日的规定</p><p>成文日期：2019-03-04</p>", "2019-03-04"],
])("the day of publication is not %s: %s", (_, head, day) => {
  expect(page(head).date).toBe(day);
});

test("the day of the document or meeting is better than none", () => {
  expect(page("<p>成文日期：2019-03-04</p>").date).toBe("2019-03-04");
  expect(page("<p>会议时间：2019年3月9日</p>").date).toBe("2019-03-09");
  expect(page("<p>今天是2024年11月20日 星期三</p>").date).toBeNull();
});
