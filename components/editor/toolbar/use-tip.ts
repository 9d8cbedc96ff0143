import type { RefObject, SyntheticEvent } from "react";
import { useRef } from "react";

type Tip = {
  ref: RefObject<HTMLSpanElement | null>;
  show: (event: SyntheticEvent) => void;
  hide: () => void;
};

/** One hint for all buttons, below the one under the pointer or the focus, never past the edge. */
export function useTip(): Tip {
  const ref = useRef<HTMLSpanElement | null>(null);
  const hide = () => {
    if (ref.current) ref.current.hidden = true;
  };
  const show = (event: SyntheticEvent) => {
    const tip = ref.current;
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const text = button?.dataset["tip"];
    if (!tip || !button || text === undefined) return hide();
    tip.textContent = text;
    tip.hidden = false;
    const around = tip.offsetParent?.clientWidth ?? 0;
    const left = button.offsetLeft + button.offsetWidth / 2 - tip.offsetWidth / 2;
    const last = Math.max(0, around - tip.offsetWidth);
    tip.style.left = `${Math.min(last, Math.max(0, left))}px`;
    tip.style.top = `${button.offsetTop + button.offsetHeight + 4}px`;
  };
  return { ref, show, hide };
}
