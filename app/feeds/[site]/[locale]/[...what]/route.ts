import { readFeedInner } from "#lib/routing/feed.ts";
import { loadTextFile } from "#modules/pages/loaders/text-file.ts";

/** The gateway keeps the answer and drops it by its tags; behind it nothing else may. */
export const dynamic = "force-dynamic";

type Given = { params: Promise<{ site: string; locale: string; what: string[] }> };

export async function GET(_: Request, { params }: Given): Promise<Response> {
  const inner = readFeedInner(await params);
  if (!inner) throw new Error("middleware never makes such an address");
  const file = await loadTextFile(inner.place, inner.feed);
  if (!file) return new Response(null, { status: 404, headers: { "x-zs-absent": "1" } });
  return new Response(file.body, {
    headers: {
      "content-type": file.contentType,
      "cache-control": "no-cache",
      "x-zs-tags": file.tags.join(","),
    },
  });
}
