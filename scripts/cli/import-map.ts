import type { Db } from "#db/client.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import type { ImportPlace, ImportRule } from "#modules/resources/commands/mapping.ts";
import { importMap } from "#modules/resources/schema.ts";
import { readJson, UsageError } from "./usage.ts";

/** A column of the site by its path. @throws {UsageError} */
export async function findColumn(
  db: Db,
  site: { id: number; code: string },
  written: string,
): Promise<ImportPlace> {
  const path = written.replace(/^\/|\/$/g, "");
  const column = await getColumnByPath(db, site.id, path);
  if (!column)
    throw new UsageError(
      `网站 ${site.code} 没有栏目 has no column ${path}（npm run cli -- columns --site ${site.code}）`,
    );
  return { columnId: column.id, columnPath: column.path };
}

/** The rules of a map file, their columns found. @throws {UsageError} with every line that does not fit */
export async function readMap(
  db: Db,
  site: { id: number; code: string },
  path: string,
): Promise<ImportRule[]> {
  const parsed = importMap.safeParse(readJson("map", path));
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues
        .map((issue) => `--map ${path}: ${issue.path.join(".")}: ${issue.message}`)
        .join("\n"),
    );
  const places = new Map<string, ImportPlace>();
  for (const { column } of parsed.data.rules)
    if (!places.has(column)) places.set(column, await findColumn(db, site, column));
  return parsed.data.rules.flatMap(({ column, type, category, as }) => {
    const place = places.get(column);
    return place ? [{ type, category, place, resourceType: as }] : [];
  });
}
