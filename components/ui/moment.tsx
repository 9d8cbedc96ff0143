import { formatDay, formatMoment } from "#lib/format/moment.ts";

type MomentProps = { at: string; isDayOnly?: boolean; className?: string };

/** A moment as pages show it; the machine reads the same minute with its zone. @rule GL-13.7 */
export function Moment({ at, isDayOnly = false, className }: MomentProps) {
  return (
    <time className={className} dateTime={`${formatMoment(at).replace(" ", "T")}:00+08:00`}>
      {isDayOnly ? formatDay(at) : formatMoment(at)}
    </time>
  );
}
