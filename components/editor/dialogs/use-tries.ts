import { useState } from "react";
import type { EditorWordKey, EditorWords } from "../editor-words.ts";
import { wordOf } from "../editor-words.ts";

type Tries<At extends string> = {
  isBusy: boolean;
  problemAt: (at: At) => string | null;
  refuse: (at: At, key: EditorWordKey) => void;
  /** Sends something; what goes wrong is said where it was asked for, and nothing typed is lost. */
  send: (at: At, failed: EditorWordKey, work: () => Promise<void>) => Promise<void>;
};

/** What a dialog that sends files has to say about its fields. */
export function useTries<At extends string>(words: EditorWords): Tries<At> {
  const [problem, setProblem] = useState<{ at: At; text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send: Tries<At>["send"] = async (at, failed, work) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const why = error instanceof Error && error.message ? `：${error.message}` : "";
      setProblem({ at, text: `${wordOf(words, failed)}${why}` });
      setBusy(false);
    }
  };
  return {
    isBusy,
    problemAt: (at) => (problem?.at === at ? problem.text : null),
    refuse: (at, key) => setProblem({ at, text: wordOf(words, key) }),
    send,
  };
}
