import type { ReactNode, SyntheticEvent } from "react";
import { useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";

type Props = { title: string; onClose: () => void; children: ReactNode };

/** A native dialog beside the page, because the editor may stand inside a form of the page. */
export function Modal({ title, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // "close" is told after the dialog went, when the same keys may have asked for it again.
  const onCancel = (event: SyntheticEvent) => {
    // A file chooser that is left without a choice says "cancel" too.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  };
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return createPortal(
    <dialog
      ref={ref}
      className="rte-dialog"
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={onClose}
      // What is typed here is no shortcut of the page around; portals bubble through React.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>,
    document.body,
  );
}
