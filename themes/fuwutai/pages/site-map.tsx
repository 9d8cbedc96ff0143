import type { LinkView, SiteMapView } from "#themes/contract.ts";
import { Page } from "#themes/fuwutai/layouts/page.tsx";

function Branch({ link, links }: { link: LinkView; links: LinkView[] }) {
  return (
    <section className="sheet px-5 py-4">
      <h2 className="text-title leading-tight font-bold">
        <a className="inline-flex hit items-center text-main" href={link.href}>
          {link.name}
        </a>
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {links.map((child) => (
          <li key={child.href}>
            <a className="inline-flex hit items-center" href={child.href}>
              {child.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every column of the site, a sheet for each. @rule GL-14.12 */
export function SiteMap({ frame, columns }: SiteMapView) {
  return (
    <Page frame={frame}>
      <div className="mx-auto max-w-page px-4 lg:px-8">
        <h1 className="pt-2 pb-4 text-head leading-tight font-bold">{frame.t("site.map.title")}</h1>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 lg:gap-6">
          {columns.map(({ link, children }) => (
            <Branch key={link.href} link={link} links={children} />
          ))}
        </div>
      </div>
    </Page>
  );
}
