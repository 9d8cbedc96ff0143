import type { Translate } from "#themes/contract.ts";
import { Icon } from "#themes/fuwutai/blocks/icons.tsx";

type SheetProps = {
  t: Translate;
  title: string;
  moreHref?: string;
  children: React.ReactNode;
};

/** A white sheet with its title and the way to the rest. */
export function Sheet({ t, title, moreHref, children }: SheetProps) {
  return (
    <section className="sheet px-5 pt-4 pb-3 lg:px-7 lg:pt-5 lg:pb-4">
      <div className="flex items-center justify-between gap-4">
        <h2 className="text-section leading-tight font-bold">{title}</h2>
        {moreHref ? (
          <a
            className="inline-flex hit items-center justify-end gap-1 text-note text-main"
            href={moreHref}
          >
            {t("site.home.more")}
            <span className="unseen">{title}</span>
            <Icon name="arrow" className="h-4 w-4" />
          </a>
        ) : null}
      </div>
      {children}
    </section>
  );
}
