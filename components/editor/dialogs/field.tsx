import type { InputHTMLAttributes } from "react";
import { useId } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string;
  problem?: string | null;
};

/** A labelled input that says what is wrong with it. */
export function Field({ label, hint, problem, ...input }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="rte-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="rte-hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        {...input}
      />
      {problem && (
        <p id={`${id}-problem`} className="rte-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

export function CheckField({ label, ...input }: Omit<Props, "hint" | "problem">) {
  return (
    <label className="rte-check">
      <input type="checkbox" {...input} />
      {label}
    </label>
  );
}
