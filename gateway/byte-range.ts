/**
 * The one part of a file that `Range` asks for, both ends included, so that films can be sought in.
 * Null: the whole file (nothing asked, or nothing that is understood; several parts are not served).
 * "outside": nothing of the file.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | "outside" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size - 1 } : "outside";
  }
  const [start, end] = [Number(first), last === "" ? size - 1 : Math.min(Number(last), size - 1)];
  if (last !== "" && Number(last) < start) return null;
  return start < size ? { start, end } : "outside";
}
