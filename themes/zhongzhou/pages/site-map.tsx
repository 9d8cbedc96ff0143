import type { LinkView, SiteMapView } from "#themes/contract.ts";
import { PageTitle } from "#themes/zhongzhou/blocks/page-title.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

function Branch({ link, links }: { link: LinkView; links: LinkView[] }) {
  return (
    <section className="px-5 py-4">
      <h2 className="font-serif text-section leading-tight font-bold">
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

/** Every column of the site on one ruled sheet. @rule GL-14.12 */
export function SiteMap({ frame, columns }: SiteMapView) {
  return (
    <Page frame={frame}>
      <PageTitle title={frame.t("site.map.title")} />
      <div className="ruled mt-8 grid sm:grid-cols-2 lg:grid-cols-3">
        {columns.map(({ link, children }) => (
          <Branch key={link.href} link={link} links={children} />
        ))}
      </div>
    </Page>
  );
}
