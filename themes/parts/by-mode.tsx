import type { FrameView } from "#themes/contract.ts";

type Draw<View> = (view: View) => React.ReactElement;

/** One page type from its two drawings: the form is told by the view alone. */
export function byMode<View extends { frame: FrameView }>(
  Standard: Draw<View>,
  Care: Draw<View>,
): Draw<View> {
  return (view) => (view.frame.variant.mode === "care" ? Care(view) : Standard(view));
}
