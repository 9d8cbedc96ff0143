import { expect, test } from "vitest";
import { linksOf } from "./links.ts";

const raws = (html: string) => linksOf(html).map((link) => link.raws);

test("links and pictures in reading order, with their words", () => {
  expect(linksOf('<p><a href="1.pdf"> 附件 <b>一</b></a><img src="2.png"></p><a>无</a>')).toEqual([
    { raws: ["1.pdf"], isPicture: false, words: "附件 一" },
    { raws: ["2.png"], isPicture: true, words: "" },
  ]);
});

test("what a picture that is loaded late shows until then is not taken for it", () => {
  const late = (name: string, shown: string) => `<img src="${shown}" data-src="${name}">`;
  expect(raws(late("1.jpg", "/images/grey.gif"))).toEqual([["1.jpg"]]);
  expect(raws(late("1.jpg", "x.gif") + late("2.jpg", "x.gif"))).toEqual([["1.jpg"], ["2.jpg"]]);
  // As a browser saves a page: the picture itself, beside the address it came from.
  expect(raws(late("http://cdn.cn/640", "a_files/640.jpg"))).toEqual([
    ["http://cdn.cn/640", "a_files/640.jpg"],
  ]);
});

test("unclosed links in each other are read in time that grows with the text", () => {
  expect(linksOf("<a href=x><marquee>".repeat(16_000)).length).toBeGreaterThan(1_000);
}, 10_000);
