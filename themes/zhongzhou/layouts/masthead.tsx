import { Emblem } from "#components/ui/marks.tsx";
import { WholeWords } from "#components/ui/whole-words.tsx";
import type { FrameView } from "#themes/contract.ts";
import { SearchBox } from "#themes/parts/search-box.tsx";

const nameClass = "name-tracking font-bold font-serif text-main text-name leading-tight";

/** The name of the site is the heading of its home page, and the way home everywhere else. */
function SiteName({ frame, isHome }: { frame: FrameView; isHome: boolean }) {
  const name = <WholeWords text={frame.site.name} />;
  if (isHome) return <h1 className={nameClass}>{name}</h1>;
  return (
    <p className={nameClass}>
      <a className="hover:no-underline" href={frame.homeHref}>
        {name}
      </a>
    </p>
  );
}

/** Emblem and name on the axis; the domain in one ear, the care form and the search in the other. */
export function Masthead({ frame, isHome }: { frame: FrameView; isHome: boolean }) {
  const { site, t } = frame;
  return (
    <header
      className="lg:masthead-columns mx-auto grid max-w-page items-end gap-y-4 px-4 pt-6 pb-5 text-center lg:px-8 lg:pt-8"
      data-el="header"
    >
      <p className="text-note text-ink2 lg:text-left">
        {site.slogan ? <span className="block font-serif max-lg:hidden">{site.slogan}</span> : null}
        <span className="block">{site.domain}</span>
      </p>
      <div className="flex flex-col items-center gap-3">
        {site.emblem === "national" ? (
          <Emblem className="h-14 w-14 text-main lg:h-16 lg:w-16" />
        ) : null}
        <SiteName frame={frame} isHome={isHome} />
      </div>
      <div className="flex flex-col items-center gap-3 lg:items-end">
        <a
          className="inline-flex hit flex-col justify-center border border-main px-5 py-1.5 text-center leading-tight text-main hover:bg-main hover:text-on-main hover:no-underline"
          data-el="care"
          href={frame.switchHref}
          data-screen
        >
          <span className="text-title font-bold">{t("site.care.switch-on")}</span>
          <span className="text-note">{t("site.care.switch-on-hint")}</span>
        </a>
        <SearchBox
          frame={frame}
          className="flex w-full flex-wrap lg:max-w-72"
          fieldClass="hit w-0 flex-1 border border-main px-3"
          buttonClass="hit shrink-0 bg-main px-4 font-bold text-on-main"
        />
      </div>
    </header>
  );
}
