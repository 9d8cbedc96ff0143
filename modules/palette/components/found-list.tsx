import { useEffect, useRef } from "react";
import type { Say } from "#components/desk/say.ts";
import { keyOf } from "#modules/palette/domain.ts";
import type { PaletteEntry } from "#modules/palette/schema.ts";

export const optionId = (at: number): string => `palette-option-${at}`;

type Props = {
  found: readonly PaletteEntry[];
  at: number;
  say: Say;
  onChoose: (entry: PaletteEntry) => void;
};

/** What fits, one under another; the keys stay in the field above, the mouse may choose here. */
export function FoundList({ found, at, say, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div ref={list} id="palette-found" role="listbox" aria-label={say("found")}>
      {found.map((entry, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field's arrows and Enter choose
        <div
          key={keyOf(entry.target)}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          onClick={() => onChoose(entry)}
        >
          <span>{entry.text}</span>{" "}
          <span className="quiet">
            {[say(`kind.${entry.kind}`), entry.hint].filter(Boolean).join(" · ")}
          </span>
        </div>
      ))}
    </div>
  );
}
