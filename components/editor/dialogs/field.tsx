import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { useId } from "react";

type Said = {
  label: string;
  hint?: string | undefined;
  problem?: string | null;
};
type Props = InputHTMLAttributes<HTMLInputElement> & Said;

/** A labelled input that says what is wrong with it. */
export function Field({ label, hint, problem, ...input }: Props) {
  return labelled({ label, hint, problem }, useId(), (shared) => <input {...shared} {...input} />);
}

/** The same for several lines. */
export function TextField(props: TextareaHTMLAttributes<HTMLTextAreaElement> & Said) {
  const { label, hint, problem, ...area } = props;
  return labelled({ label, hint, problem }, useId(), (shared) => (
    <textarea rows={4} {...shared} {...area} />
  ));
}

type Shared = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

function labelled(
  { label, hint, problem }: Said,
  id: string,
  draw: (shared: Shared) => ReactNode,
): ReactNode {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="rte-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="rte-hint">
          {hint}
        </p>
      )}
      {draw({
        id,
        ...(described !== "" && { "aria-describedby": described }),
        ...(problem && { "aria-invalid": true as const }),
      })}
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
