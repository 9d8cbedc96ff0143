"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Problem } from "#components/desk/ask.ts";
import { ask } from "#components/desk/ask.ts";

const IDLE_MS = 2_000;
const RETRY_MS = 5_000;
/** Who never rests is saved all the same. */
const LONGEST_MS = 10_000;

export type SaveState =
  | { kind: "saved"; at: string | null }
  | { kind: "unsaved" | "saving" | "offline" }
  | { kind: "failed"; problems: Problem[] }
  | { kind: "conflict"; savedBy: string | null; revision: number };

type Source<Content> = {
  read: () => Content;
  /** Makes what was typed a moment ago a part of it. */
  flush: () => void;
};

/**
 * Saves what is on the screen two seconds after the last change, ten after the first one, and at
 * Ctrl+S, over the revision it was read at. One save at a time; a failed one is tried again; a
 * conflict stops saving until the person chooses.
 */
export function useAutosave<Content>(
  editionId: number,
  firstRevision: number,
  { read, flush }: Source<Content>,
) {
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const revision = useRef(firstRevision);
  const dirty = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const unsavedSince = useRef<number | null>(null);

  const settle = useCallback((answer: Answer<{ revision: number }>): boolean => {
    if (answer.ok) {
      revision.current = answer.value.revision;
      setState(
        dirty.current ? { kind: "unsaved" } : { kind: "saved", at: new Date().toISOString() },
      );
      return true;
    }
    dirty.current = true;
    if (answer.conflict) setState({ kind: "conflict", ...answer.conflict });
    else if (answer.status === 0) setState({ kind: "offline" });
    else setState({ kind: "failed", problems: answer.problems });
    return false;
  }, []);

  /** Saves now; resolves to whether everything on the screen is saved. */
  const save = useCallback(async (): Promise<boolean> => {
    flush();
    window.clearTimeout(timer.current);
    await running.current;
    if (!dirty.current) return true;
    dirty.current = false;
    unsavedSince.current = null;
    setState({ kind: "saving" });
    running.current = ask<{ revision: number }>(`/admin/api/editions/${editionId}/save`, {
      ...read(),
      revision: revision.current,
    })
      .then(settle)
      .finally(() => {
        running.current = null;
      });
    return await running.current;
  }, [editionId, read, flush, settle]);

  const touch = useCallback(() => {
    dirty.current = true;
    unsavedSince.current ??= performance.now();
    const left = unsavedSince.current + LONGEST_MS - performance.now();
    // The same state again draws nothing: this runs at every key.
    setState((known) =>
      known.kind === "conflict" || known.kind === "unsaved" ? known : { kind: "unsaved" },
    );
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, Math.max(0, Math.min(IDLE_MS, left)));
  }, [save]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && event.code === "KeyS";
      if (!isSave || event.altKey || event.shiftKey) return;
      event.preventDefault();
      void save();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [save]);

  useEffect(() => {
    const isWaiting = state.kind === "offline" || state.kind === "failed";
    const retry = isWaiting ? window.setTimeout(save, RETRY_MS) : undefined;
    return () => window.clearTimeout(retry);
  }, [state, save]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => dirty.current && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  /** After a conflict: go on over what the other one saved. */
  const overrule = useCallback(
    (newer: number) => {
      revision.current = newer;
      dirty.current = true;
      void save();
    },
    [save],
  );
  return { state, touch, save, overrule, revision };
}
