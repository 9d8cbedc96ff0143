"use client";

import { ContentEditableElement } from "@lexical/react/LexicalContentEditable";
import { mergeRegister } from "lexical";
import type { Ref } from "react";
import { useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import type { DialogKind } from "./dialogs/dialog-kind.ts";
import { useDialogs } from "./dialogs/use-dialogs.tsx";
import { tidyDocument } from "./document/tidy-document.ts";
import type { DocumentWatch } from "./document/watch-document.ts";
import { watchDocument } from "./document/watch-document.ts";
import type { EditorWordKey, EditorWords } from "./editor-words.ts";
import { wordOf } from "./editor-words.ts";
import { focusText } from "./focus-text.ts";
import { registerBlockSelection } from "./input/blocks-by-pointer.ts";
import { registerKeys } from "./input/keys.ts";
import { registerPaste } from "./input/paste.ts";
import { registerClickSettling } from "./input/settle-clicks.ts";
import { makeEditor, registerBehaviour } from "./make-editor.ts";
import type { AssetSource } from "./surroundings.ts";
import { setSurroundings } from "./surroundings.ts";
import type { ToolbarHandle } from "./toolbar/toolbar.tsx";
import { Toolbar } from "./toolbar/toolbar.tsx";
import "./editor.css";
import "./things.css";

export type RichTextEditorHandle = {
  /** The document as it stands now; `onChange` has been told of it when this returns. */
  flush: () => RichTextDocument;
  focus: () => void;
};

export type RichTextEditorProps = {
  ref?: Ref<RichTextEditorHandle>;
  /** Name of the text for assistive technology. */
  label: string;
  /** Read once; give the component another `key` to show another document. */
  initial: RichTextDocument | null;
  /** `wordBundle(locale, "editor")`; the keys are EDITOR_WORDS. */
  words: EditorWords;
  /** At once when something changes; `onChange` follows when the typing rests. */
  onTouch?: () => void;
  onChange: (document: RichTextDocument) => void;
  /** Reads foreign HTML; when it fails, the plain words are pasted. */
  pasteHtml: (html: string) => Promise<RichTextDocument>;
  /** Without it no file can be added. A message it throws with is shown. */
  onUpload?: (file: File) => Promise<AssetSource & { assetId: number; name: string }>;
  resolveAsset?: (assetId: number) => AssetSource | null;
  isReadOnly?: boolean;
};

/** Writes documents of lib/richtext. Everything it gives out passes `parseDocument`. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { ref, label, initial, words, isReadOnly = false } = props;
  const latest = useRef(props);
  latest.current = props;
  const uploaded = useRef(new Map<number, AssetSource>());
  const [editor] = useState(() => makeEditor(initial));
  const watch = useRef<DocumentWatch | null>(null);
  const toolbar = useRef<ToolbarHandle>(null);
  const [said, setSaid] = useState<EditorWordKey | null>(null);
  const bodyId = useId();
  setSurroundings(editor, {
    words,
    resolveAsset: (assetId) =>
      uploaded.current.get(assetId) ?? latest.current.resolveAsset?.(assetId) ?? null,
  });
  const dialogs = useDialogs({
    editor,
    words,
    store: async (file) => {
      const stored = await latest.current.onUpload?.(file);
      if (!stored) throw new Error("");
      const { assetId, name: _, ...source } = stored;
      uploaded.current.set(assetId, source);
      return stored;
    },
  });
  const dialogsNow = useRef(dialogs);
  dialogsNow.current = dialogs;

  useEffect(() => {
    const open = (kind: DialogKind) => dialogsNow.current.open(kind);
    const stop = mergeRegister(
      registerBehaviour(editor),
      registerBlockSelection(editor, open),
      registerClickSettling(editor),
      registerKeys(editor, {
        open,
        focusToolbar: () => toolbar.current?.focus(),
        announceRelease: (isReleased) => setSaid(isReleased ? "tab.released" : null),
      }),
      registerPaste(editor, {
        pasteHtml: (html) => latest.current.pasteHtml(html),
        takeImages: (files) => {
          if (latest.current.onUpload) dialogsNow.current.openForImages(files);
        },
        announce: setSaid,
      }),
    );
    watch.current = watchDocument(editor, latest.current.initial, {
      touched: () => latest.current.onTouch?.(),
      changed: (document) => latest.current.onChange(document),
    });
    return () => {
      watch.current?.stop();
      stop();
    };
  }, [editor]);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    editor.setEditable(!isReadOnly);
    setReady(true);
  }, [editor, isReadOnly]);
  useImperativeHandle(ref, () => ({
    flush: () =>
      watch.current?.flush() ?? initial ?? tidyDocument(editor.getEditorState().toJSON()),
    focus: () => focusText(editor),
  }));

  return (
    <div className="rte">
      {!isReadOnly && (
        <Toolbar
          ref={toolbar}
          editor={editor}
          words={words}
          controls={bodyId}
          hasFiles={props.onUpload !== undefined}
          isReady={isReady}
          openDialog={dialogs.open}
        />
      )}
      <ContentEditableElement
        editor={editor}
        id={bodyId}
        className="rte-text"
        role="textbox"
        ariaMultiline
        ariaLabel={label}
        ariaDescribedBy={`${bodyId}-help`}
        spellCheck={false}
      />
      <p id={`${bodyId}-help`} hidden>
        {wordOf(words, "help.describe")}
      </p>
      <p className="rte-said" role="status">
        {said && wordOf(words, said)}
      </p>
      {dialogs.drawing}
    </div>
  );
}
