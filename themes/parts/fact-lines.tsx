import { PhoneLink } from "#components/ui/phone-link.tsx";
import { telephoneParts } from "#lib/format/telephone.ts";
import type { FactView } from "#themes/contract.ts";

type FactLinesProps = { fact: FactView; linkClass: string };

/** Words as they are written, with every number in them to tap. */
function PhoneText({ text, linkClass }: { text: string; linkClass: string }) {
  let start = 0;
  return telephoneParts(text).map((part) => {
    const key = start;
    start += part.text.length;
    return part.number === null ? (
      <span key={key}>{part.text}</span>
    ) : (
      <PhoneLink key={key} className={linkClass} phone={part.number}>
        {part.text}
      </PhoneLink>
    );
  });
}

/** What a field says: text, numbers to call, an address, or several lines. */
export function FactLines({ fact, linkClass }: FactLinesProps) {
  const { lines, kind } = fact;
  const [first = ""] = lines;
  if (kind === "phone") return <PhoneText text={first} linkClass={linkClass} />;
  if (kind === "web") {
    return (
      <a className={`${linkClass} break-all`} href={fact.href}>
        {first}
      </a>
    );
  }
  if (lines.length === 1) return first;
  return (
    <ul className="list-disc ps-6">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
