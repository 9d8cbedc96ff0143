import { describe, expect, test } from "vitest";
import { readEmbedded } from "./embedded.ts";

const of = (kind: string, bytes: number) =>
  `data:image/${kind};base64,${Buffer.alloc(bytes, 7).toString("base64")}`;

describe("a picture in the text itself", () => {
  test("has its bytes and a name by its kind", () => {
    const read = readEmbedded(of("JPEG", 500));
    expect(read?.name).toBe("图片.jpeg");
    expect(read?.bytes).toEqual(Buffer.alloc(500, 7));
  });

  test.each([
    ["a dot that counts readers", of("gif", 43)],
    ["a drawing, which may hold scripts", of("svg+xml", 500)],
    ["one that is written otherwise", `data:image/png,${"%89PNG".repeat(100)}`],
    ["an address", "/uploads/1.png"],
  ])("%s is none", (_, raw) => {
    expect(readEmbedded(raw)).toBeNull();
  });
});
