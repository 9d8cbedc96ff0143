import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { useRef } from "react";
import { isToToolbar } from "../input/keys.ts";

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

type Roving = {
  ref: RefObject<HTMLDivElement | null>;
  focus: () => void;
  /** To be called when buttons come and go: one of them must be the stop. */
  settle: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
};

/** One stop for Tab, arrows inside: the toolbar of the ARIA practices. `leave` is for Escape and F6. */
export function useRoving(leave: () => void): Roving {
  const ref = useRef<HTMLDivElement | null>(null);
  const buttons = () => [...(ref.current?.querySelectorAll("button") ?? [])];
  const current = () => {
    const all = buttons();
    return all.find((button) => button.tabIndex === 0) ?? all[0];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" || isToToolbar(event)) {
      event.preventDefault();
      leave();
      return;
    }
    const all = buttons();
    const at = all.indexOf(event.target as HTMLButtonElement);
    const step = STEPS[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    all[step(at, all.length)]?.focus();
  };
  const onFocus = (event: FocusEvent) => {
    for (const button of buttons()) button.tabIndex = button === event.target ? 0 : -1;
  };
  const settle = () => {
    const stop = current();
    if (stop) stop.tabIndex = 0;
  };
  return { ref, focus: () => current()?.focus(), settle, onKeyDown, onFocus };
}
