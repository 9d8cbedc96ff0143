/** A numbered page of a list: `/zwgk/tzgg/index_3.html`. Page 1 is the column's own address. */
export function splitColumnPage(path: string): { columnPath: string; page: number } {
  const match = /^(.*)\/index_([1-9]\d{0,4})\.html$/.exec(path);
  return match
    ? { columnPath: (match[1] ?? "").slice(1), page: Number(match[2]) }
    : { columnPath: path.slice(1), page: 1 };
}

/** Address path of page `page` of a column; `columnPath` has no leading slash. */
export function columnPagePath(columnPath: string, page: number): string {
  return page === 1 ? `/${columnPath}` : `/${columnPath}/index_${page}.html`;
}
