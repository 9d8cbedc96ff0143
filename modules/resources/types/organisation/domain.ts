/** What a body says of itself: from a record of another system, and on its page. */
import type { ImportDocument } from "#modules/resources/schema.ts";
import type { IndexFacts, IndexField } from "#modules/resources/types/domain.ts";
import { givenOnly, lineSaid, linesSaid, webAddress } from "#modules/resources/types/domain.ts";
import { organisationMetadata } from "#modules/resources/types/organisation/schema.ts";

/** The fields of a record in an import file: `meta.duties`, `meta.address`, `meta.phone` … */
export function organisationFromRecord(record: ImportDocument): Record<string, unknown> {
  const meta = record.meta ?? {};
  return {
    duties: linesSaid(meta["duties"], /\r?\n/),
    divisions: linesSaid(meta["divisions"], /\r?\n|[;；]/),
    head: lineSaid(meta["head"]),
    address: lineSaid(meta["address"]),
    postcode: lineSaid(meta["postcode"]),
    officeHours: lineSaid(meta["hours"]),
    officePhone: lineSaid(meta["phone"]),
    fax: lineSaid(meta["fax"]),
    website: webAddress(lineSaid(meta["website"])),
    originalUrl: webAddress(record.url),
  };
}

/** Always in this order, as all bodies of a site are shown alike. @rule GL-5.2 C31 */
export function organisationIndex({ title, metadata }: IndexFacts): IndexField[] {
  const said = organisationMetadata.safeParse(metadata).data ?? organisationMetadata.parse({});
  return givenOnly([
    { field: "name", value: title },
    { field: "head", value: said.head },
    { field: "address", value: said.address },
    { field: "postcode", value: said.postcode },
    { field: "hours", value: said.officeHours },
    { field: "phone", value: said.officePhone, kind: "phone" },
    { field: "fax", value: said.fax },
    { field: "website", value: said.website, kind: "web" },
    { field: "duties", value: said.duties.join("\n"), kind: "lines" },
    { field: "divisions", value: said.divisions.join("\n"), kind: "lines" },
  ]);
}

/** What a result shows of it, in this order. @rule C42 */
export const ORGANISATION_CARD = ["address", "phone", "fax", "hours", "website"] as const;
