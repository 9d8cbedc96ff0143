import "server-only";
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";

/** A limit of the settings as a part of the text: a plan for any limit would count with a tenth of all rows. */
export const most = (rows: number): SQL => sql.raw(`limit ${Math.trunc(rows)}`);
