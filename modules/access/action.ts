import "server-only";
import * as z from "zod";
import { AppError } from "#lib/errors.ts";
import { fieldProblems } from "#lib/field-problems.ts";
import { logger } from "#lib/logger.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import type { Here } from "#modules/access/session.ts";
import { currentStaff, deskDb } from "#modules/access/session.ts";

const MAX_BODY_BYTES = 4 * 1024 * 1024;

const STATUS: Record<AppError["code"], number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 400,
  UNAVAILABLE: 503,
};

/** What a desk endpoint is given: the person, their context, and the body that fits the schema. */
export type Given<Input> = { here: Here; ctx: DeskCtx; input: Input };

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** A request of this very desk: a browser says so with Origin, and Sec-Fetch-Site where it knows it. */
export function isOwnRequest(request: Request): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  const isSameHost =
    origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  return isSameHost && site === "same-origin";
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > MAX_BODY_BYTES) throw new AppError("INVALID", "body-too-large");
  if (text === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError("INVALID", "not-json", { cause });
  }
}

function answerFailure(error: unknown): Response {
  if (error instanceof AppError) return answer(STATUS[error.code], { ok: false, code: error.code });
  logger.error({ err: error }, "desk endpoint failed");
  return answer(500, { ok: false, code: "FAILED" });
}

/** Who asks, proven: own origin, a session, no first password to be changed. @throws */
async function requireStaff(request: Request): Promise<Here> {
  if (!isOwnRequest(request)) throw new AppError("FORBIDDEN", "origin");
  const here = await currentStaff();
  if (!here) throw new AppError("UNAUTHENTICATED", "no session");
  if (here.mustChangePassword) throw new AppError("FORBIDDEN", "password first");
  return here;
}

type Outcome = { ok: boolean } & Record<string, unknown>;

const statusOf = (outcome: Outcome): number =>
  outcome.ok ? 200 : "conflict" in outcome ? 409 : 422;

/**
 * The gate of every endpoint that changes something: the person, a body that fits; then the command;
 * and its outcome as JSON.
 */
export function staffEndpoint<Input, Params extends Record<string, string>>(
  schema: z.ZodType<Input>,
  act: (given: Given<Input>, params: Params) => Promise<Outcome>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const here = await requireStaff(request);
      const parsed = schema.safeParse(await readBody(request));
      if (!parsed.success) return answer(422, { ok: false, fields: fieldProblems(parsed.error) });
      const ctx = { actor: here.actor, db: deskDb() };
      const outcome = await act({ here, ctx, input: parsed.data }, await params);
      return answer(statusOf(outcome), outcome);
    } catch (error) {
      return answerFailure(error);
    }
  };
}

/** A positive whole number of an address. @throws NOT_FOUND */
export function idOf(word: string): number {
  const parsed = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).safeParse(word);
  if (!parsed.success || !/^\d+$/.test(word)) throw new AppError("NOT_FOUND", "id");
  return parsed.data;
}

const MAX_UPLOAD_BYTES = 60 * 1024 * 1024;

/** The same gate for a form with a file. */
export function staffUpload(
  act: (given: { here: Here; ctx: DeskCtx; form: FormData }) => Promise<Outcome>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const here = await requireStaff(request);
      const isLarge = Number(request.headers.get("content-length") ?? 0) > MAX_UPLOAD_BYTES;
      if (isLarge) return answer(422, { ok: false, problems: ["file-large"] });
      const form = await request.formData().catch(() => null);
      if (!form) throw new AppError("INVALID", "not a form");
      const outcome = await act({ here, ctx: { actor: here.actor, db: deskDb() }, form });
      return answer(statusOf(outcome), outcome);
    } catch (error) {
      return answerFailure(error);
    }
  };
}

/** The gate of a file that is only for staff: nothing to be changed, so no origin is asked. */
export function staffFile<Params extends Record<string, string>>(
  find: (
    given: { ctx: DeskCtx },
    params: Params,
  ) => Promise<{ bytes: Buffer; mediaType: string } | null>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (_, { params }) => {
    try {
      const here = await currentStaff();
      if (!here) throw new AppError("UNAUTHENTICATED", "no session");
      const file = await find({ ctx: { actor: here.actor, db: deskDb() } }, await params);
      if (!file) throw new AppError("NOT_FOUND", "file");
      const headers = {
        "content-type": file.mediaType,
        "cache-control": "private, no-store",
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
      };
      return new Response(new Uint8Array(file.bytes), { headers });
    } catch (error) {
      return answerFailure(error);
    }
  };
}
