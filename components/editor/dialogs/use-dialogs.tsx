import type { BaseSelection, LexicalEditor } from "lexical";
import { $getRoot, $getSelection, $isRangeSelection, $setSelection } from "lexical";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import type { EditorWords } from "../editor-words.ts";
import { focusText } from "../focus-text.ts";
import { AttachmentDialog } from "./attachment-dialog.tsx";
import { CalloutDialog } from "./callout-dialog.tsx";
import type { DialogKind } from "./dialog-kind.ts";
import { FootnoteDialog } from "./footnote-dialog.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { ImageDialog } from "./image-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import type { Placed } from "./placed.ts";
import { $readPlaced } from "./placed.ts";
import { TableDialog } from "./table-dialog.tsx";
import { VideoDialog } from "./video-dialog.tsx";

type Opened = {
  kind: DialogKind;
  selection: BaseSelection | null;
  placed: Placed;
  files: File[];
};

/** A file that the media library has taken in. */
export type StoredFile = { assetId: number; name: string; width: number; height: number };

type Given = {
  editor: LexicalEditor;
  words: EditorWords;
  store: (file: File) => Promise<StoredFile>;
};

export type Dialogs = {
  open: (kind: DialogKind) => void;
  /** One dialog after the other, for each asks for its own alternative text. */
  openForImages: (files: File[]) => void;
  drawing: ReactNode;
};

export function useDialogs({ editor, words, store }: Given): Dialogs {
  const [opened, setOpened] = useState<Opened | null>(null);
  const look = () =>
    editor.read(() => ({
      selection: $getSelection()?.clone() ?? null,
      placed: $readPlaced(editor),
    }));
  const open = (kind: DialogKind) => setOpened({ kind, files: [], ...look() });
  const openForImages = (files: File[]) => {
    const seen = look();
    setOpened({ kind: "image", files, ...seen, placed: { ...seen.placed, image: null } });
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
    drawing: opened && drawDialog(opened, { editor, words, finish, store }),
  };
}

function drawDialog(opened: Opened, host: Given & { finish: ($change?: () => void) => void }) {
  const { store, ...rest } = host;
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
    case "footnote":
      return <FootnoteDialog {...rest} />;
    case "callout":
      return <CalloutDialog {...rest} />;
    case "video":
      return <VideoDialog {...rest} placed={placed.video} store={store} />;
    case "attachment":
      return <AttachmentDialog {...rest} placed={placed.attachment} store={store} />;
    case "image":
      return (
        <ImageDialog
          key={files.length}
          {...rest}
          placed={placed.image}
          given={files[0] ?? null}
          upload={async (file) => {
            const { assetId, width, height } = await store(file);
            return { assetId, src: null, width: width || null, height: height || null };
          }}
        />
      );
  }
}
