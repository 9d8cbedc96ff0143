"use client";
// Placeholder so that the tree builds until the editor itself lands here; to be replaced whole.
import type { RichTextDocument } from "#lib/richtext/schema.ts";

type Props = {
  label: string;
  initial: RichTextDocument | null;
  words: Record<string, string>;
  onChange: (document: RichTextDocument) => void;
  pasteHtml: (html: string) => Promise<RichTextDocument>;
  onUploadImage?: (file: File) => Promise<{ assetId: number; src: string; width: number; height: number }>;
  resolveAsset?: (assetId: number) => { src: string; width: number; height: number } | null;
};

export function RichTextEditor({ label }: Props) {
  return <p>{label}</p>;
}
