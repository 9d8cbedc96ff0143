import * as z from "zod";

/** 行政区划: names by the code of six digits (GB/T 2260). @rule GW-6.1 */
export const regionNames = z.record(
  z.string().regex(/^\d{6}$/, "region-code-form"),
  z.string().trim().min(1).max(40),
);
export type RegionNames = z.infer<typeof regionNames>;
