import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Stylesheets and scripts for `next dev` and a bare `next start`; behind the gateway this is never asked. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const type = /^[a-z0-9-]+(?:\.[a-f0-9]{8})?\.(css|js)$/.exec(file)?.[1];
  if (!type) return new Response("", { status: 404 });
  const body = await readFile(
    join(/* turbopackIgnore: true */ process.cwd(), ".themes", file),
  ).catch(() => null);
  if (!body) return new Response("", { status: 404 });
  return new Response(new Uint8Array(body), {
    headers: {
      "content-type": `text/${type === "js" ? "javascript" : "css"}; charset=utf-8`,
      "cache-control": "no-cache",
    },
  });
}
