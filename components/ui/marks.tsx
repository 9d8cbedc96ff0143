/**
 * Marks of the demonstration, drawn by us in the colour of the text around them. They stand for the
 * statutory ones, which an operator places under their own rules; the national emblem is never drawn.
 */
type MarkProps = { className?: string };

/** A seal of mountain, river and sun: the invented province, not any state's emblem. */
export function Emblem({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 64 64" fill="none" stroke="currentColor" aria-hidden>
      <circle cx="32" cy="32" r="30.5" strokeWidth="3" />
      <circle cx="32" cy="32" r="26" strokeWidth="1" />
      <circle cx="32" cy="18.5" r="4.5" fill="currentColor" stroke="none" />
      <path d="M10.5 38 24 22.5l6.5 7.5 5-5.5L53.5 38" strokeWidth="3" strokeLinejoin="round" />
      <g strokeWidth="2.5" strokeLinecap="round">
        <path d="M13 43.5c4.8-3 9.5-3 14.2 0s9.6 3 14.3 0c3.3-2 6.5-2.6 9.5-1.6" />
        <path d="M18 50c4.4-2.8 8.8-2.8 13.2 0s8.8 2.8 13.3 0" />
      </g>
    </svg>
  );
}

/** Stands for the 党政机关 mark of the registry. */
export function PartyOrganMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 48 56" fill="none" stroke="currentColor" aria-hidden>
      <path d="M24 2.5 45 9v19c0 13-8.5 21-21 26C11.5 49 3 41 3 28V9z" strokeWidth="3" />
      <path d="M14 37V23l10-7 10 7v14" strokeWidth="3" strokeLinejoin="round" />
      <path d="M11 38.5h26M20 38v-9h8v9" strokeWidth="3" />
    </svg>
  );
}

/** Stands for the 政府网站找错 mark. */
export function ErrorReportMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 48 56" fill="none" stroke="currentColor" aria-hidden>
      <path d="M6 6h36v32H24L13 48V38H6z" strokeWidth="3" strokeLinejoin="round" />
      <path d="M24 13v12" strokeWidth="4" strokeLinecap="round" />
      <circle cx="24" cy="31.5" r="2.5" fill="currentColor" stroke="none" />
    </svg>
  );
}

/** Stands for the badge beside a public security filing. */
export function PoliceMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden>
      <path d="M12 2 20.5 5v7c0 5-3.5 8-8.5 10-5-2-8.5-5-8.5-10V5z" strokeWidth="2" />
      <path d="m8 12 3 3 5-6" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
