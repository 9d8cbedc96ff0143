import type { LexicalEditor } from "lexical";

export type AssetSource = {
  src: string;
  width: number;
  height: number;
  extension?: string;
  sizeBytes?: number;
};

/** What nodes and commands need of the screen the editor stands on. */
export type Surroundings = {
  words: Readonly<Record<string, string>>;
  resolveAsset: (assetId: number) => AssetSource | null;
};

const NONE: Surroundings = { words: {}, resolveAsset: () => null };

// Lexical draws nodes without React, so props cannot reach them any other way.
const known = new WeakMap<LexicalEditor, Surroundings>();

export function setSurroundings(editor: LexicalEditor, surroundings: Surroundings): void {
  known.set(editor, surroundings);
}

export function surroundings(editor: LexicalEditor): Surroundings {
  return known.get(editor) ?? NONE;
}
