import { useEffect, useMemo, useState } from "react";
import { ask } from "#components/desk/ask.ts";
import { makePalette, mergeFound, PALETTE } from "#modules/palette/domain.ts";
import type { PaletteEntry } from "#modules/palette/schema.ts";

type Given = {
  screens: readonly PaletteEntry[];
  isOpen: boolean;
  typed: string;
  recall: () => PaletteEntry[];
};

const askFor = (words: string) => ask<PaletteEntry[]>("/admin/api/palette", { words });

/** What fits what is typed: at once from what was fetched when it opened, then what the desk knows besides. */
export function usePalette({ screens, isOpen, typed, recall }: Given) {
  const [kept, setKept] = useState<readonly PaletteEntry[] | null>(null);
  const [asked, setAsked] = useState<{ words: string; found: PaletteEntry[] }>({
    words: "",
    found: [],
  });
  useEffect(() => {
    if (!isOpen || kept) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const fetchKept = async (): Promise<void> => {
      const answer = await askFor("");
      if (!isWanted) return;
      if (answer.ok) setKept(answer.value);
      // Who waits is not left waiting for an answer that was lost.
      else timer = setTimeout(fetchKept, PALETTE.againMs);
    };
    void fetchKept();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [isOpen, kept]);
  const words = typed.trim();
  useEffect(() => {
    if (!isOpen || [...words].length < PALETTE.leastAsked) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      void askFor(words).then((answer) => {
        if (answer.ok && isWanted) setAsked({ words, found: answer.value });
      });
    }, PALETTE.restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [isOpen, words]);
  const find = useMemo(() => makePalette([...screens, ...(kept ?? [])]), [screens, kept]);
  const isAnswered = asked.words === words || [...words].length < PALETTE.leastAsked;
  // An answer to other words is none; one to none is what was chosen last.
  const found =
    words === ""
      ? mergeFound(isOpen ? recall() : [], [...screens])
      : mergeFound(find(words), asked.words === words ? asked.found : []);
  return { found, isWaiting: kept === null || !isAnswered };
}
