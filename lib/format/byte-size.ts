const KIB = 1024;

/** `900 B`, `35 KB`, `1.2 MB`: one decimal from a megabyte on. */
export function formatByteSize(sizeBytes: number): string {
  if (sizeBytes < KIB) return `${sizeBytes} B`;
  if (sizeBytes < KIB * KIB) return `${Math.round(sizeBytes / KIB)} KB`;
  return `${(sizeBytes / KIB / KIB).toFixed(1)} MB`;
}
