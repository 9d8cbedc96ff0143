import { setUpAction } from "#modules/access/actions.ts";

const MAX_FORM_BYTES = 10_000;

const back = (token: string, query: URLSearchParams): Response =>
  new Response(null, {
    status: 303,
    headers: {
      location: `/admin/setup/${encodeURIComponent(token)}?${query}`,
      "cache-control": "no-store",
    },
  });

/** A form of this very page: a browser says so with Origin, and Sec-Fetch-Site where it knows it. */
function isOwnForm(request: Request): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const host = request.headers.get("host");
  return (
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === host &&
    (site ?? "same-origin") === "same-origin"
  );
}

/** POST of the set-up form: 303 to "done", or back to the form with its words and problems. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  if (!isOwnForm(request)) return back(token, new URLSearchParams({ problems: "origin" }));
  if (Number(request.headers.get("content-length") ?? 0) > MAX_FORM_BYTES)
    return new Response("", { status: 413 });
  const form = await request.formData().catch(() => null);
  if (!form) return back(token, new URLSearchParams({ problems: "origin" }));
  const done = await setUpAction(token, form);
  if (done.ok) return back(token, new URLSearchParams({ done: "1" }));
  const words = {
    login: String(form.get("login") ?? "").slice(0, 60),
    name: String(form.get("displayName") ?? "").slice(0, 60),
  };
  return back(token, new URLSearchParams({ problems: done.problems.join(","), ...words }));
}
