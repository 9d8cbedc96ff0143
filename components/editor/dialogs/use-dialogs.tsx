import type { BaseSelection, LexicalEditor } from "lexical";
import { $getRoot, $getSelection, $isRangeSelection, $setSelection } from "lexical";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { $selectedImage } from "../commands/images.ts";
import type { EditorWords } from "../editor-words.ts";
import { focusText } from "../focus-text.ts";
import type { ImageFields } from "../nodes/image-node.ts";
import { surroundings } from "../surroundings.ts";
import type { DialogKind } from "./dialog-kind.ts";
import { HelpDialog } from "./help-dialog.tsx";
import type { PlacedImage } from "./image-dialog.tsx";
import { ImageDialog } from "./image-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { TableDialog } from "./table-dialog.tsx";

type Opened = {
  kind: DialogKind;
  selection: BaseSelection | null;
  placed: PlacedImage | null;
  files: File[];
};

type Given = {
  editor: LexicalEditor;
  words: EditorWords;
  upload: (file: File) => Promise<Partial<ImageFields>>;
};

export type Dialogs = {
  open: (kind: DialogKind) => void;
  /** One dialog after the other, for each asks for its own alternative text. */
  openForImages: (files: File[]) => void;
  drawing: ReactNode;
};

export function useDialogs({ editor, words, upload }: Given): Dialogs {
  const [opened, setOpened] = useState<Opened | null>(null);
  const look = () =>
    editor.read(() => ({
      selection: $getSelection()?.clone() ?? null,
      placed: placedImage(editor),
    }));
  const open = (kind: DialogKind) => setOpened({ kind, files: [], ...look() });
  const openForImages = (files: File[]) => {
    setOpened({ kind: "image", files, ...look(), placed: null });
  };
  const finish = ($change?: () => void) => {
    if (!opened) return;
    editor.update(
      () => {
        if (opened.selection) $setSelection(opened.selection.clone());
        else $getRoot().selectEnd();
        $change?.();
      },
      { discrete: true },
    );
    const others = opened.files.slice(1);
    if (others.length > 0) return openForImages(others);
    setOpened(null);
  };
  const wasOpen = useRef(false);
  useEffect(() => {
    // Only now is the dialog gone, and the focus with it, however long an upload took.
    if (wasOpen.current && !opened) focusText(editor);
    wasOpen.current = opened !== null;
  }, [editor, opened]);
  return {
    open,
    openForImages,
    drawing: opened && drawDialog(opened, { editor, words, finish, upload }),
  };
}

function drawDialog(opened: Opened, host: Given & { finish: ($change?: () => void) => void }) {
  const { upload, ...rest } = host;
  const { kind, selection, files, placed } = opened;
  switch (kind) {
    case "link": {
      const isCaret = !$isRangeSelection(selection) || selection.isCollapsed();
      return <LinkDialog {...rest} isCaret={isCaret} />;
    }
    case "table":
      return <TableDialog {...rest} />;
    case "help":
      return <HelpDialog {...rest} />;
    case "image":
      return (
        <ImageDialog
          key={files.length}
          {...rest}
          placed={placed}
          given={files[0] ?? null}
          upload={upload}
        />
      );
  }
}

function placedImage(editor: LexicalEditor): PlacedImage | null {
  const image = $selectedImage();
  if (!image) return null;
  const fields = image.getFields();
  const known = fields.assetId === null ? null : surroundings(editor).resolveAsset(fields.assetId);
  return { key: image.getKey(), fields, src: fields.src ?? known?.src ?? "" };
}
