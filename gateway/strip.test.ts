import { expect, test } from "vitest";
import { stripPage } from "#gateway/strip.ts";

const page = (body: string) =>
  `<!DOCTYPE html><html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/x.js"/><meta name="next-size-adjust" content=""/></head><body><div hidden=""><!--$--><!--/$--></div>${body}<script type="application/json" data-tags="site:1,resource:7">[]</script><script src="/_next/x.js" async=""></script><script>self.__next_f.push([1,"</p>"])</script></body></html>`;

test("no script of the framework is left, and the tags are read", () => {
  const found = stripPage(page("<p>正文</p>"));
  expect(found).toEqual({
    ok: true,
    html: "<!DOCTYPE html><html><head></head><body><p>正文</p></body></html>",
    tags: ["site:1", "resource:7"],
    noted: null,
  });
});

test("words that React drew apart are one run of words again", () => {
  const found = stripPage(page("<p>第 <!-- -->2<!-- --> 页</p>"));
  expect(found.ok && found.html).toContain("<p>第 2 页</p>");
});

test("a script that says data-keep stays", () => {
  const found = stripPage(page('<script src="/t/own.js" defer="" data-keep=""></script>'));
  expect(found.ok && found.html).toContain('<script src="/t/own.js" defer></script>');
});

test("attributes that are there or not are written without a value, words that look like them stay", () => {
  const found = stripPage(page('<input checked="" value=" open=&quot;&quot;"/><details open="">'));
  expect(found.ok && found.html).toContain(
    '<input checked value=" open=&quot;&quot;"/><details open>',
  );
});

test.each([
  ['<template id="B:0"></template>', "unfinished"],
  ['<div hidden="" id="S:0">late</div>', "unfinished"],
])("%s is never sent", (body, problem) => {
  expect(stripPage(page(body))).toEqual({ ok: false, problem });
});

test("a page that ends early or names no tags is not kept", () => {
  expect(stripPage("<html><body>")).toEqual({ ok: false, problem: "torn" });
  expect(stripPage("<html><body></body></html>")).toEqual({ ok: false, problem: "no-tags" });
});
