import type { SearchView } from "#themes/contract.ts";
import { EmptyHelp } from "#themes/search/empty-help.tsx";
import { Hits } from "#themes/search/hits.tsx";

type ResultsProps = {
  view: SearchView;
  titleClass: string;
  noteLink: string;
  children: React.ReactNode;
};

/** How many, how fast, and the results; `children` are the ways between their pages. */
export function Results({ view, titleClass, noteLink, children }: ResultsProps) {
  const { frame, summary, hits, state } = view;
  const { t } = frame;
  if (state === "start") return <p className="py-6">{t("search.start")}</p>;
  if (state !== "found") {
    return <EmptyHelp view={view} className="py-6" titleClass={titleClass} />;
  }
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-4 text-note text-ink2">
        <span role="status">{summary}</span>
        <a className={`lg:hidden ${noteLink}`} href="#filters" data-screen>
          {t("search.choices.label")}
        </a>
      </p>
      <h2 className="unseen">{t("search.results")}</h2>
      <Hits t={t} hits={hits} titleClass={titleClass} />
      {children}
    </>
  );
}
