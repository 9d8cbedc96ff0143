/** What next answered, and what of it may be kept. */
import { stripPage } from "#gateway/strip.ts";
import type { Drawn } from "#gateway/upstream.ts";
import { logger } from "#lib/logger.ts";

/** What is worth keeping of an answer of next; null for a failure. */
export type Page = {
  status: number;
  contentType: string;
  location: string | null;
  tags: string[];
  body: Buffer;
  /** False: an answer to this reader's question, good for this moment only. */
  isKept: boolean;
  /** What an answer says of itself for the query log; packed, see gateway/search-log.ts. */
  noted?: string | null;
};

/** What besides pages may be kept. */
const TEXTS = /^(?:text\/plain|application\/(?:[a-z]+\+)?(?:xml|json))(?:;|$)/;

const mayBeKept = ({ headers }: Drawn): boolean => headers["x-zs-keep"] !== "0";

/** A feed, a map, an answer for programs: what is kept says what it was made from. */
function readText(drawn: Drawn, contentType: string, tags: string[]): Page | null {
  const isKept = mayBeKept(drawn);
  if (drawn.status !== 200 || !TEXTS.test(contentType) || (isKept && tags.length === 0)) {
    logger.error({ contentType, status: drawn.status }, "next sent a file that must not be served");
    return null;
  }
  const noted = isKept ? {} : { noted: String(drawn.headers["x-zs-noted"] ?? "") || null };
  return { status: 200, contentType, location: null, tags, body: drawn.body, isKept, ...noted };
}

export function readDrawn(drawn: Drawn): Page | null {
  const headerTags = String(drawn.headers["x-zs-tags"] ?? "")
    .split(",")
    .filter((tag) => tag !== "");
  if (drawn.status === 301 && drawn.headers.location) {
    return {
      status: 301,
      contentType: "text/plain; charset=utf-8",
      location: drawn.headers.location,
      tags: headerTags,
      body: Buffer.alloc(0),
      isKept: true,
    };
  }
  if (![200, 404, 410].includes(drawn.status)) {
    logger.warn({ status: drawn.status }, "next has no page for an address of a known site");
    return null;
  }
  const contentType = drawn.headers["content-type"] ?? "";
  if (!contentType.startsWith("text/html")) return readText(drawn, contentType, headerTags);
  const stripped = stripPage(drawn.body.toString());
  if (!stripped.ok) {
    logger.error(
      { problem: stripped.problem, status: drawn.status },
      "next sent a page that must not be served",
    );
    return null;
  }
  return {
    status: drawn.status,
    contentType: "text/html; charset=utf-8",
    location: null,
    tags: [...stripped.tags, ...headerTags],
    body: Buffer.from(stripped.html),
    isKept: mayBeKept(drawn),
    noted: mayBeKept(drawn) ? null : stripped.noted,
  };
}
