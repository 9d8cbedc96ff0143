/** Where saved pages and the files beside them are: a folder, one page, or an archive. */

export type TreeEntry = {
  /** `2019/a.html`, below the top. */
  path: string;
  /** Why it cannot be read; null when it can. */
  problem: string | null;
  /** How much of the whole it is, for the progress line: bytes of an archive, files of a folder. */
  weight: number;
};

export type PageTree = {
  /** Every file in one order that never changes. */
  entries: () => AsyncIterable<TreeEntry> | Iterable<TreeEntry>;
  /** Bytes of a plain file; null when there is none: nothing there, a folder, or through a link. */
  sizeOf: (path: string) => Promise<number | null>;
  /** @throws TreeProblem when its bytes cannot be had whole */
  read: (path: string) => Promise<Buffer>;
  close: () => void;
};

/** Where nothing came along. */
export const NO_FILES: PageTree = {
  entries: () => [],
  sizeOf: () => Promise.resolve(null),
  read: (path) => Promise.reject(new TreeProblem(path)),
  close: () => {},
};

/** What is wrong with one file of a tree, in words for its receipt. */
export class TreeProblem extends Error {
  override readonly name = "TreeProblem";
}
