import type { EditorWords } from "../editor-words.ts";
import { wordOf } from "../editor-words.ts";
import { Icon, LETTERS } from "./icons.tsx";
import type { ToolbarItem } from "./toolbar-items.ts";
import type { ToolbarState } from "./toolbar-state.ts";

type Props = {
  item: ToolbarItem;
  state: ToolbarState;
  words: EditorWords;
  isReady: boolean;
  act: (item: ToolbarItem) => void;
};

export function ToolbarButton({ item, state, words, isReady, act }: Props) {
  const { name, keys, isPressed, isIdle } = item;
  const isUseless = isIdle?.(state) ?? false;
  const word = wordOf(words, name);
  return (
    <button
      type="button"
      // Which one is the stop is the toolbar's affair, not React's.
      ref={(button) => {
        if (button && !button.hasAttribute("tabindex")) button.tabIndex = -1;
      }}
      disabled={!isReady}
      aria-label={word}
      aria-pressed={isPressed?.(state)}
      aria-disabled={isUseless || undefined}
      aria-haspopup={"dialog" in item ? "dialog" : undefined}
      aria-keyshortcuts={keys?.replace("Ctrl", "Control")}
      data-tip={keys ? `${word} (${keys})` : word}
      data-name={name}
      // The caret stays where it is.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isUseless) act(item);
      }}
    >
      {drawFace(name, word)}
    </button>
  );
}

function drawFace(name: ToolbarItem["name"], word: string) {
  switch (name) {
    case "block.paragraph":
    case "block.h2":
    case "block.h3":
    case "block.h4":
      return <span className="rte-word">{word}</span>;
    case "text.bold":
    case "text.italic":
    case "text.underline":
    case "text.strikethrough":
      return LETTERS[name];
    default:
      return <Icon name={name} />;
  }
}
