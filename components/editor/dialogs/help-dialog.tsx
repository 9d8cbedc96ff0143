import { wordOf } from "../editor-words.ts";
import { MAIN_GROUPS } from "../toolbar/toolbar-items.ts";
import type { DialogHost } from "./dialog-host.ts";
import { Modal } from "./modal.tsx";

const OTHER_KEYS = [
  ["help.to-toolbar", "F6 / Alt+F10"],
  ["help.arrows", "← →"],
  ["help.leave", "Esc"],
  ["help.next-cell", "Tab"],
  ["help.line-break", "Shift+Enter"],
  ["help.image", "Alt+Enter"],
  ["help.plain-paste", "Ctrl+Shift+V"],
] as const;

export function HelpDialog({ words, finish }: DialogHost) {
  const items = MAIN_GROUPS.flat().flatMap(({ name, keys }) =>
    keys ? [[name, keys] as const] : [],
  );
  return (
    <Modal title={wordOf(words, "help.title")} onClose={() => finish()}>
      <dl className="rte-keys">
        {[...OTHER_KEYS, ...items].map(([name, keys]) => (
          <div key={name}>
            <dt>{wordOf(words, name)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="rte-acts">
        <button type="button" className="rte-main" onClick={() => finish()}>
          {wordOf(words, "help.close")}
        </button>
      </p>
    </Modal>
  );
}
