/** Days of forms, addresses and imports. */
import * as z from "zod";

/** YYYY-MM-DD. ISO 8601 has a year 0000, which PostgreSQL refuses: the year before 1 is 1 BC. */
export const daySchema = z.iso.date().refine((day) => !day.startsWith("0000"), "year");
