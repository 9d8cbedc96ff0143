import { CarePage } from "#themes/care/care-page.tsx";
import { CareLinks } from "#themes/care/care-rows.tsx";
import { CareSearchBox } from "#themes/care/care-search-box.tsx";
import type { SiteMapView } from "#themes/contract.ts";

export function CareSiteMap({ frame, columns }: SiteMapView) {
  return (
    <CarePage frame={frame}>
      <h1 className="pt-4 text-head leading-tight font-bold">{frame.t("site.map.title")}</h1>
      <CareSearchBox frame={frame} />
      {columns.map(({ link, children }) => (
        <section className="pt-8" key={link.href}>
          <h2 className="pb-4 text-section leading-tight font-bold">{link.name}</h2>
          <CareLinks links={[link, ...children]} />
        </section>
      ))}
    </CarePage>
  );
}
