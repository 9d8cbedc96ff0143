import type { LeaveView } from "#themes/contract.ts";

type LeaveTextProps = { view: LeaveView; onClass: string; backClass: string };

/**
 * Which host comes next, that it is not ours, and the choice. The address is printed whole, so that it
 * can be read before it is followed; nothing happens by itself. @rule GL-14.10 C50
 */
export function LeaveText({ view: { frame, host, url }, onClass, backClass }: LeaveTextProps) {
  const { t, site, homeHref } = frame;
  return (
    <>
      <p>{t("statements.leave.what", { host, site: site.name })}</p>
      <p className="pt-3">{t("statements.leave.not-ours", { site: site.name })}</p>
      <p className="pt-3">
        {t("statements.leave.address")}
        <span className="font-bold break-all">{url}</span>
      </p>
      <ul className="flex flex-wrap gap-4 pt-6">
        <li>
          <a className={onClass} href={url} rel="noopener noreferrer nofollow" data-el="leave.on">
            {t("statements.leave.on", { host })}
          </a>
        </li>
        <li>
          <a className={backClass} href={homeHref} data-el="leave.back">
            {t("site.nav.back-home")}
          </a>
        </li>
      </ul>
    </>
  );
}
