import { Emblem } from "#components/ui/marks.tsx";
import { WholeWords } from "#components/ui/whole-words.tsx";
import type { FrameView } from "#themes/contract.ts";
import { SearchBox } from "#themes/parts/search-box.tsx";

const nameClass = "text-name leading-tight font-bold text-main";

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

/** Whose counter this is at the left; the care form and the search, which the home page asks larger, at the right. */
export function Header({ frame, isHome }: { frame: FrameView; isHome: boolean }) {
  const { site, t } = frame;
  return (
    <header className="bg-bg" data-el="header">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4 lg:px-8 lg:py-5">
        <div className="flex flex-1 items-center gap-3 lg:gap-4">
          {site.emblem === "national" ? (
            <Emblem className="h-11 w-11 shrink-0 text-main lg:h-14 lg:w-14" />
          ) : null}
          <div>
            <SiteName frame={frame} isHome={isHome} />
            <p className="text-note leading-tight text-ink2">
              {site.domain}
              {site.slogan ? <span className="ps-4 max-lg:hidden">{site.slogan}</span> : null}
            </p>
          </div>
        </div>
        <p className="shrink-0" data-screen>
          <a
            className="soft inline-flex hit items-center gap-2 border-2 border-main px-4 py-1 leading-tight text-main hover:bg-main hover:text-on-main hover:no-underline"
            data-el="care"
            href={frame.switchHref}
          >
            <span className="text-title font-bold">{t("site.care.switch-on")}</span>
            <span className="text-note max-lg:hidden">{t("site.care.switch-on-hint")}</span>
          </a>
        </p>
        {isHome ? null : (
          <SearchBox
            frame={frame}
            className="flex w-full flex-wrap lg:w-80"
            fieldClass="soft hit w-0 flex-1 rounded-r-none border-2 border-r-0 border-main px-3"
            buttonClass="soft hit shrink-0 rounded-l-none bg-main px-5 font-bold text-on-main"
          />
        )}
      </div>
    </header>
  );
}
