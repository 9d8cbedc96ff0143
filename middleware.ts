import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { routeRequest } from "#modules/pages/loaders/route.ts";

/** Host → site. All thought is in lib/routing and the pages module; this turns an answer into a response. */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const route = await routeRequest(
    request.headers,
    `${request.nextUrl.pathname}${request.nextUrl.search}`,
  );
  switch (route.kind) {
    case "pass": {
      // Next reads the nonce for its own scripts from the request's policy.
      const headers = new Headers(request.headers);
      headers.set("content-security-policy", route.security);
      const response = NextResponse.next({ request: { headers } });
      response.headers.set("content-security-policy", route.security);
      return response;
    }
    case "redirect":
      return new NextResponse(null, {
        status: route.status,
        headers: { ...route.headers, location: route.location },
      });
    case "refuse":
      return new NextResponse(route.words, { status: route.status, headers: route.headers });
    case "draw":
      return NextResponse.rewrite(new URL(route.inner, request.url), {
        status: route.status,
        headers: route.headers,
      });
  }
}

export const config = { runtime: "nodejs", matcher: ["/((?!_next/static/|marks/|t/|healthz).*)"] };
