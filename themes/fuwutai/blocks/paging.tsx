import type { ListView, PageLink, Translate } from "#themes/contract.ts";

const stepClass = "soft hit inline-flex items-center justify-center border border-ctl px-3";

function Step({ href, name }: { href: string | null; name: string }) {
  if (!href) return null;
  return (
    <li>
      <a className={stepClass} href={href}>
        {name}
      </a>
    </li>
  );
}

function PageNumber({ t, link, hasGap }: { t: Translate; link: PageLink; hasGap: boolean }) {
  return (
    <>
      {hasGap ? <li aria-hidden>…</li> : null}
      <li>
        <a
          className={`${stepClass} aria-[current]:border-main aria-[current]:bg-main aria-[current]:font-bold aria-[current]:text-on-main aria-[current]:hover:text-on-main`}
          href={link.href}
          aria-current={link.isCurrent ? "page" : undefined}
          aria-label={t("site.list.page", { number: link.number })}
        >
          {link.number}
        </a>
      </li>
    </>
  );
}

/** Where the reader is, then pages as words and numbers: 上一页 1 … 4 5 6 … 100 下一页. */
export function Paging({ t, paging }: { t: Translate; paging: ListView["paging"] }) {
  const { number, count, total, links, previousHref, nextHref } = paging;
  if (count <= 1) return null;
  return (
    <nav
      className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-4"
      aria-label={t("site.list.pages")}
      data-screen
    >
      <p className="text-note text-ink2">{t("site.list.position", { number, count, total })}</p>
      <ul className="flex flex-wrap items-center gap-2">
        <Step href={previousHref} name={t("site.list.previous")} />
        {links.map((link, index) => {
          const before = links[index - 1]?.number ?? link.number - 1;
          return (
            <PageNumber key={link.number} t={t} link={link} hasGap={link.number - before > 1} />
          );
        })}
        <Step href={nextHref} name={t("site.list.next")} />
      </ul>
    </nav>
  );
}
