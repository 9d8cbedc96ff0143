import { describe, expect, test } from "vitest";
import { isImageAddress, isLinkAddress, printableAddress, tidyAddress } from "./address.ts";

describe("a link", () => {
  test.each([
    "http://www.gov.cn",
    "https://www.gov.cn/zhengce/content/2024-11/01/content_1.htm?a=1&b=2#c",
    "HTTPS://WWW.GOV.CN/",
    "https://中国政府网.政务/路径?问=答",
    "https://[::1]:8080/",
    "mailto:office@example.gov.cn?subject=%E4%BF%A1",
    "tel:+86-10-12345",
    "/zwgk/202611/1.html?x=1#y",
    "/",
    "#part-2",
  ])("may go to %s", (address) => {
    expect(isLinkAddress(address)).toBe(true);
  });

  test.each([
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript://x:99999/%0aalert(1)",
    "javascript://www.gov.cn/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://www.gov.cn/1",
    "file:///etc/passwd",
    "ftp://www.gov.cn/",
    "view-source:https://www.gov.cn/",
    "//other.example/",
    "//own.invalid/",
    "/\\other.example/",
    "\\\\other.example\\",
    "/\t/other.example/",
    "/..//other.example/",
    "https:/www.gov.cn/",
    "https:www.gov.cn",
    "https://",
    "https://www.gov.cn:99999/",
    "https://www.gov.cn@other.example/",
    "https://user:secret@www.gov.cn/",
    "https://www.gov.cn\\@other.example/",
    'https://a"b.example/',
    "https://www.gov.cn/a b",
    "https://www.gov.cn/\u202egnp.exe",
    "mailto:",
    "page.html",
    "./page.html",
    "?page=2",
    "www.gov.cn",
    `https://www.gov.cn/${"a".repeat(2_048)}`,
  ])("may not go to %j", (address) => {
    expect(isLinkAddress(address)).toBe(false);
  });
});

describe("a picture", () => {
  test("comes from the web or from the site", () => {
    expect(isImageAddress("https://www.gov.cn/1.png")).toBe(true);
    expect(isImageAddress("/files/1.png")).toBe(true);
  });

  test.each([
    "data:image/svg+xml,<svg onload=alert(1)>",
    "mailto:a@example.cn",
    "tel:1",
    "#x",
    "//other.example/1.png",
    "file:///C:/Users/1.png",
    "1.png",
  ])("does not come from %s", (address) => {
    expect(isImageAddress(address)).toBe(false);
  });
});

describe("an address from an old page", () => {
  test("is resolved against the page it stood on", () => {
    const base = "http://www.gov.cn/zwgk/2019/content_1.htm";
    expect(tidyAddress("./W020190215.jpg", base)).toBe(
      "http://www.gov.cn/zwgk/2019/W020190215.jpg",
    );
    expect(tidyAddress("/img/1.jpg", base)).toBe("http://www.gov.cn/img/1.jpg");
    expect(tidyAddress("//img.gov.cn/1.jpg", base)).toBe("http://img.gov.cn/1.jpg");
    expect(tidyAddress("#part", base)).toBe("#part");
    expect(tidyAddress("mailto:a@example.cn", base)).toBe("mailto:a@example.cn");
  });

  test("stays as it is when the page is not known", () => {
    expect(tidyAddress(" /a b.doc ")).toBe("/a%20b.doc");
    expect(tidyAddress("./a.jpg")).toBe("./a.jpg");
  });

  test("stays dangerous, and so refused, whatever the page", () => {
    for (const address of ["javascript:alert(1)", "java\tscript:alert(1)", "\u0001javascript:x"]) {
      expect(isLinkAddress(tidyAddress(address, "https://www.gov.cn/"))).toBe(false);
    }
  });
});

test("an address is printed without characters that HTML forbids in it", () => {
  expect(printableAddress("https://[::1]/a[1]|{b}?c=%zz&d=%41#e#f")).toBe(
    "https://[::1]/a%5B1%5D%7C%7Bb%7D?c=%25zz&d=%41#e%23f",
  );
  expect(printableAddress("/路径?问=答")).toBe("/路径?问=答");
});
