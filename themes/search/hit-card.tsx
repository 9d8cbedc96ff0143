import type { FactView } from "#themes/contract.ts";
import { FactLines } from "#themes/parts/fact-lines.tsx";

type HitCardProps = { card: FactView[]; className: string; linkClass: string };

/** 搜索即服务: whom to call and where to go, without the way through the page. @rule C42 */
export function HitCard({ card, className, linkClass }: HitCardProps) {
  if (card.length === 0) return null;
  return (
    <dl className={className} data-el="hit-card">
      {card.map((fact) => (
        <div className="flex flex-wrap items-baseline gap-x-3" key={fact.name}>
          <dt className="w-[6em] shrink-0 text-ink2 care:font-bold care:text-ink">{fact.name}</dt>
          <dd className="min-w-0 flex-1 basis-[8em] wrap-anywhere">
            <FactLines fact={fact} linkClass={linkClass} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
