"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { sayFrom } from "#components/desk/say.ts";
import { FoundList, optionId } from "#modules/palette/components/found-list.tsx";
import { go } from "#modules/palette/components/go.ts";
import { recall, remember } from "#modules/palette/components/remembered.ts";
import { usePalette } from "#modules/palette/components/use-palette.ts";
import { PALETTE } from "#modules/palette/domain.ts";
import type { PaletteEntry } from "#modules/palette/schema.ts";

type Props = { screens: readonly PaletteEntry[]; words: Record<string, string> };

const isCalled = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.code === "KeyK";

/** Ctrl+K: goes to a screen, a column, a piece or a site by what it is called, without the mouse. */
export function Palette({ screens, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the keys are heard a press would be lost, so the button is not offered yet.
  const [isReady, setIsReady] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const { found, isWaiting } = usePalette({ screens, isOpen, typed, recall });
  const say = sayFrom(words);

  const open = useCallback(() => {
    setTyped("");
    setAt(0);
    setProblem(null);
    setIsOpen(true);
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // In the text of the editor the same keys make a link.
      if (!isCalled(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) open();
    };
    window.addEventListener("keydown", onKey);
    setIsReady(true);
    return () => window.removeEventListener("keydown", onKey);
  }, [open]);

  const choose = async (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    remember(entry);
    setProblem(await go(entry.target, words));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Enter of an input method ends its word, not the search.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      void choose(found[at]);
    }
  };
  return (
    <>
      <button type="button" className="plain palette-open" disabled={!isReady} onClick={open}>
        {say("open")} <kbd>Ctrl K</kbd>
      </button>
      <dialog
        ref={dialog}
        className="palette"
        aria-label={say("title")}
        // Told after the dialog went; who was quick has opened it again by then.
        onClose={() => setIsOpen(dialog.current?.open ?? false)}
      >
        <label htmlFor="palette-words">{say("label")}</label>
        <input
          id="palette-words"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls="palette-found"
          aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          maxLength={PALETTE.longestAsked}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <p role="status" className="quiet">
          {found.length > 0
            ? say("count", { count: found.length })
            : say(isWaiting ? "waiting" : "none")}
        </p>
        {problem !== null && (
          <p role="alert" className="problems">
            {problem}
          </p>
        )}
        <FoundList found={found} at={at} say={say} onChoose={choose} />
        <form method="dialog">
          <button type="submit" className="plain">
            {say("close")}
          </button>
        </form>
      </dialog>
    </>
  );
}
