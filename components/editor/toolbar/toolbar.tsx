import type { LexicalEditor } from "lexical";
import type { Ref } from "react";
import { useEffect, useImperativeHandle, useState } from "react";
import type { DialogKind } from "../dialogs/dialog-kind.ts";
import type { EditorWords } from "../editor-words.ts";
import { wordOf } from "../editor-words.ts";
import { focusText } from "../focus-text.ts";
import { ToolbarButton } from "./toolbar-button.tsx";
import type { ToolbarItem } from "./toolbar-items.ts";
import { MAIN_GROUPS, TABLE_GROUP } from "./toolbar-items.ts";
import type { ToolbarState } from "./toolbar-state.ts";
import { NOTHING_SELECTED, watchToolbar } from "./toolbar-state.ts";
import { useRoving } from "./use-roving.ts";
import { useTip } from "./use-tip.ts";

export type ToolbarHandle = { focus: () => void };

type Props = {
  ref: Ref<ToolbarHandle>;
  editor: LexicalEditor;
  words: EditorWords;
  controls: string;
  hasFiles: boolean;
  /** Before that a press would be lost. */
  isReady: boolean;
  openDialog: (kind: DialogKind) => void;
};

export function Toolbar({ ref, editor, words, controls, hasFiles, isReady, openDialog }: Props) {
  const [state, setState] = useState<ToolbarState>(NOTHING_SELECTED);
  useEffect(() => watchToolbar(editor, setState), [editor]);
  const tip = useTip();
  const roving = useRoving(() => {
    tip.hide();
    focusText(editor);
  });
  useImperativeHandle(ref, () => ({ focus: roving.focus }));
  const hasTable = state.table !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons are other ones with a table.
  useEffect(roving.settle, [hasTable]);
  const act = (item: ToolbarItem) => {
    tip.hide();
    if ("dialog" in item) return openDialog(item.dialog);
    editor.update(() => item.run(editor));
    // Back to the words, as if the shortcut had been used.
    focusText(editor);
  };
  const groups = hasTable ? [...MAIN_GROUPS, TABLE_GROUP] : MAIN_GROUPS;
  return (
    <div
      ref={roving.ref}
      className="rte-bar"
      role="toolbar"
      tabIndex={-1}
      aria-label={wordOf(words, "toolbar")}
      aria-controls={controls}
      onKeyDown={roving.onKeyDown}
      onFocus={(event) => {
        roving.onFocus(event);
        tip.show(event);
      }}
      onBlur={tip.hide}
      onPointerOver={tip.show}
      onPointerLeave={tip.hide}
    >
      {groups.map((items) => (
        <div key={items[0]?.name} className="rte-group" role="presentation">
          {items
            .filter(({ needsFiles }) => hasFiles || !needsFiles)
            .map((item) => (
              <ToolbarButton
                key={item.name}
                item={item}
                state={state}
                words={words}
                isReady={isReady}
                act={act}
              />
            ))}
        </div>
      ))}
      <span ref={tip.ref} className="rte-tip" aria-hidden="true" hidden />
    </div>
  );
}
