/** What went wrong, in words every door can map to a status. */
export type AppErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "INVALID"
  | "UNAVAILABLE";

/**
 * A failure the caller cannot mend by choosing differently: thrown, logged once at the door, shown
 * as one plain sentence. Outcomes a form should explain are returned as `Result` instead.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type Result<Value, Problem extends string> =
  | { ok: true; value: Value }
  | { ok: false; problems: Problem[] };
