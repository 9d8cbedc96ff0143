import { ErrorReportMark, PartyOrganMark, PoliceMark } from "#components/ui/marks.tsx";
import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { FrameView } from "#themes/contract.ts";

/*
 * The seven things every foot must hold, each by its `data-el`. Families place them; what they say
 * and where they lead is the same everywhere. @rule GL-14.4
 */
type ItemProps = { frame: FrameView; className?: string };

export function MarkItem({ frame: { t }, className }: ItemProps) {
  return (
    <a
      className={className}
      data-el="foot.mark"
      href="https://bszs.conac.cn/"
      title={t("site.foot.mark-alt")}
    >
      <PartyOrganMark className="h-12 w-10" />
      <span>{t("site.foot.mark")}</span>
    </a>
  );
}

export function ErrorReportItem({ frame: { site, t }, className = "" }: ItemProps) {
  return (
    <a
      className={className}
      data-el="foot.jiucuo"
      href={`https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${site.idCode}`}
      title={t("site.foot.jiucuo-alt")}
    >
      <ErrorReportMark className="h-12 w-10" />
      <span>{t("site.foot.jiucuo")}</span>
    </a>
  );
}

export function CodeItem({ frame: { site, t }, className = "" }: ItemProps) {
  return (
    <p className={className} data-el="foot.code">
      {t("site.foot.code", { code: site.idCode })}
    </p>
  );
}

/** Sponsor and how to reach it; care pages already have the number to tap under the title. */
export function SponsorItem({ frame: { site, t, variant }, className }: ItemProps) {
  const [before, after = ""] = t("site.foot.phone", { phone: "\n" }).split("\n");
  return (
    <div className={className} data-el="foot.sponsor">
      <p>{t("site.foot.sponsor", { name: site.sponsor })}</p>
      {site.undertaker ? <p>{t("site.foot.undertaker", { name: site.undertaker })}</p> : null}
      <p>
        {before}
        {variant.mode === "care" ? site.contact.phone : <PhoneLink phone={site.contact.phone} />}
        {after}
      </p>
      {site.contact.email ? <p>{t("site.foot.email", { email: site.contact.email })}</p> : null}
      <p>{t("site.foot.address", { address: site.contact.address })}</p>
    </div>
  );
}

export function IcpItem({ frame: { site, t }, className = "" }: ItemProps) {
  if (!site.icp) {
    return (
      <p className={className} data-el="foot.icp">
        {t("site.foot.icp-pending")}
      </p>
    );
  }
  return (
    <a className={`${className} underline`} data-el="foot.icp" href="https://beian.miit.gov.cn/">
      {site.icp}
    </a>
  );
}

export function PoliceItem({ frame: { site, t }, className = "" }: ItemProps) {
  if (!site.police) {
    return (
      <p className={className} data-el="foot.police">
        {t("site.foot.police-pending")}
      </p>
    );
  }
  const code = site.police.replace(/\D/g, "");
  return (
    <a
      className={`${className} underline`}
      data-el="foot.police"
      href={`https://beian.mps.gov.cn/#/query/webSearch?code=${code}`}
    >
      <PoliceMark className="h-5 w-5" />
      {site.police}
    </a>
  );
}

/** The site map, and beside it the other pages about the site itself. */
export function SiteMapItem({ frame, className = "" }: ItemProps) {
  return (
    <>
      <a className={`${className} underline`} data-el="foot.sitemap" href={frame.siteMapHref}>
        {frame.t("site.foot.site-map")}
      </a>
      {frame.aboutLinks.map((link) => (
        <a className={`${className} underline`} data-el="about" href={link.href} key={link.href}>
          {link.name}
        </a>
      ))}
    </>
  );
}
