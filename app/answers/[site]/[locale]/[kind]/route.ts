import type { NextRequest } from "next/server";
import { readAnswerInner } from "#lib/routing/search.ts";
import { loadAnswer } from "#modules/pages/loaders/search/answer.ts";

/** An answer to one program: made when it is asked for, kept by nobody. */
export const dynamic = "force-dynamic";

type Given = { params: Promise<{ site: string; locale: string; kind: string }> };

export async function GET(request: NextRequest, { params }: Given): Promise<Response> {
  const inner = readAnswerInner(await params);
  if (!inner) throw new Error("middleware never makes such an address");
  const { body, noted } = await loadAnswer(inner.place, inner.kind, request.nextUrl.searchParams);
  const headers = { "cache-control": "no-cache", "x-zs-keep": "0" };
  return Response.json(body, { headers: noted ? { ...headers, "x-zs-noted": noted } : headers });
}
