import * as z from "zod";
import { AppError } from "#lib/errors.ts";
import { staffEndpoint } from "#modules/access/action.ts";
import { chooseSite } from "#modules/access/commands/sessions.ts";
import { reachesSite } from "#modules/access/policy.ts";

/** The switcher: which site the desk shows. */
export const POST = staffEndpoint(
  z.strictObject({ siteId: z.number().int().positive() }),
  async ({ here, ctx, input }) => {
    if (!reachesSite(here.actor, input.siteId)) throw new AppError("FORBIDDEN", "site");
    await chooseSite(ctx.db, here.token, input.siteId);
    return { ok: true };
  },
);
