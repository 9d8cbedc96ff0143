import * as z from "zod";
import { idOf, staffEndpoint } from "#modules/access/action.ts";
import { archiveResource, unarchiveResource } from "#modules/resources/commands/archive.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import {
  approveEdition,
  recallEdition,
  returnEdition,
  submitEdition,
} from "#modules/resources/drafts/commands/review.ts";
import { openEdition, saveDraft } from "#modules/resources/drafts/commands/save.ts";
import { requireResourceOf } from "#modules/resources/drafts/queries/edition.ts";
import {
  approveInput,
  draftInput,
  returnInput,
  withdrawInputAtDesk,
} from "#modules/resources/drafts/schema.ts";

type Params = { edition: string; act: string };
const nothing = z.strictObject({});

/** Everything that can be done to an edition from the desk, by name. */
const ACTS = {
  save: staffEndpoint(draftInput, ({ ctx, input }, { edition }: Params) =>
    saveDraft(ctx, idOf(edition), input),
  ),
  submit: staffEndpoint(nothing, ({ ctx }, { edition }: Params) =>
    submitEdition(ctx, idOf(edition)),
  ),
  recall: staffEndpoint(nothing, ({ ctx }, { edition }: Params) =>
    recallEdition(ctx, idOf(edition)),
  ),
  return: staffEndpoint(returnInput, ({ ctx, input }, { edition }: Params) =>
    returnEdition(ctx, idOf(edition), input),
  ),
  approve: staffEndpoint(approveInput, ({ ctx, input }, { edition }: Params) =>
    approveEdition(ctx, idOf(edition), input),
  ),
  release: staffEndpoint(nothing, async ({ ctx }, { edition }: Params) =>
    publishResource(ctx, {
      resourceId: await requireResourceOf(ctx.db, idOf(edition)),
      editionId: idOf(edition),
    }),
  ),
  withdraw: staffEndpoint(withdrawInputAtDesk, async ({ ctx, input }, { edition }: Params) =>
    withdrawResource(ctx, { resourceId: await requireResourceOf(ctx.db, idOf(edition)), ...input }),
  ),
  archive: staffEndpoint(returnInput, async ({ ctx, input }, { edition }: Params) =>
    archiveResource(ctx, { resourceId: await requireResourceOf(ctx.db, idOf(edition)), ...input }),
  ),
  unarchive: staffEndpoint(returnInput, async ({ ctx, input }, { edition }: Params) =>
    unarchiveResource(ctx, {
      resourceId: await requireResourceOf(ctx.db, idOf(edition)),
      ...input,
    }),
  ),
  edit: staffEndpoint(nothing, async ({ ctx }, { edition }: Params) => ({
    ok: true,
    value: await openEdition(ctx, await requireResourceOf(ctx.db, idOf(edition))),
  })),
};

export async function POST(
  request: Request,
  context: { params: Promise<Params> },
): Promise<Response> {
  const { act } = await context.params;
  const endpoint = Object.hasOwn(ACTS, act) ? ACTS[act as keyof typeof ACTS] : null;
  return endpoint
    ? await endpoint(request, context)
    : Response.json({ ok: false, code: "NOT_FOUND" }, { status: 404 });
}
