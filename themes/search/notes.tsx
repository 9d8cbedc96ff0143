import type { SearchView } from "#themes/contract.ts";

type NotesProps = { notes: SearchView["notes"]; className: string; linkClass: string };

/** What was made of the question, each sentence with the way back. */
export function Notes({ notes, className, linkClass }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <ul className={className}>
      {notes.map(({ text, link }) => (
        <li key={text}>
          {text}
          {link ? (
            <a className={linkClass} href={link.href}>
              {link.name}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
