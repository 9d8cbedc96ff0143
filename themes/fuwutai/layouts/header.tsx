import { Emblem } from "#components/ui/marks.tsx";
import { WholeWords } from "#components/ui/whole-words.tsx";
import type { FrameView } from "#themes/contract.ts";

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

/** Whose counter this is at the left; its address and the care form at the right. */
export function Header({ frame, isHome }: { frame: FrameView; isHome: boolean }) {
  const { site, t } = frame;
  return (
    <header className="bg-bg" data-el="header">
      <div className="mx-auto flex max-w-page items-center justify-between gap-x-4 px-4 py-4 lg:px-8 lg:py-5">
        <div className="flex items-center gap-3 lg:gap-4">
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
      </div>
    </header>
  );
}
