import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Stylesheets for `next dev` and a bare `next start`; behind the gateway this is never asked. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  if (!/^[a-z0-9-]+(\.[a-f0-9]{8})?\.css$/.test(file)) return new Response("", { status: 404 });
  const css = await readFile(
    join(/* turbopackIgnore: true */ process.cwd(), ".themes", file),
  ).catch(() => null);
  if (!css) return new Response("", { status: 404 });
  return new Response(new Uint8Array(css), {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" },
  });
}
