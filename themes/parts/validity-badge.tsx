import type { ValidityView } from "#themes/contract.ts";

/** Told by words, sign and line, so that paper, greyscale and forced colours tell it too. */
const LOOKS: Record<ValidityView["state"], { sign: string; line: string }> = {
  current: { sign: "✓", line: "border-solid border-ctl" },
  amended: { sign: "△", line: "border-dashed border-ink" },
  "partly-void": { sign: "◐", line: "border-dashed border-ink" },
  repealed: { sign: "✕", line: "border-double border-4 border-ink" },
  expired: { sign: "✕", line: "border-double border-4 border-ink" },
};

export function ValidityBadge({ validity }: { validity: ValidityView }) {
  const { sign, line } = LOOKS[validity.state];
  return (
    <span
      className={`inline-block border-2 px-2 text-note font-bold whitespace-nowrap care:text-item ${line}`}
      data-el="validity"
      data-state={validity.state}
    >
      <span className="pe-1" aria-hidden>
        {sign}
      </span>
      {validity.words}
    </span>
  );
}
