import type { Answer } from "#components/desk/ask.ts";
import { readAnswer } from "#components/desk/ask.ts";

export type Uploaded = {
  assetId: number;
  src: string;
  width: number | null;
  height: number | null;
  name: string;
  extension: string;
  sizeBytes: number;
};

/** Sends one file to the media library of a site. */
export async function uploadFile(siteId: number, file: File): Promise<Answer<Uploaded>> {
  const body = new FormData();
  body.set("site", String(siteId));
  body.set("file", file);
  return await readAnswer<Uploaded>(fetch("/admin/api/media", { method: "POST", body }));
}
