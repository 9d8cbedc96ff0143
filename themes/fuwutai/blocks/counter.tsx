import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { HomeView, LinkView, Translate } from "#themes/contract.ts";
import { Icon, iconFor } from "#themes/fuwutai/blocks/icons.tsx";
import { SearchBox } from "#themes/parts/search-box.tsx";

/** The hotline every province answers. */
const HOTLINE = "12345";
const MOST_TILES = 8;

/** As many columns as leave the last row full or nearly so. */
const columnsClass = (count: number): string =>
  count % 3 === 0 && count < 8 ? "sm:grid-cols-3" : "sm:grid-cols-4";

function Tile({ service }: { service: LinkView }) {
  return (
    <li className="sheet lifted relative flex flex-col gap-2 p-3.5 text-title leading-tight font-bold sm:flex-row sm:items-center sm:gap-4 sm:p-5 lg:min-h-24">
      <span className="soft inline-flex h-11 w-11 shrink-0 items-center justify-center bg-main-soft text-main-on-soft">
        <Icon name={iconFor(service.name)} className="h-7 w-7" />
      </span>
      <a className="row-link" href={service.href}>
        {service.name}
      </a>
    </li>
  );
}

function Phones({ t, phone }: { t: Translate; phone: string }) {
  const rows = [
    { name: t("site.care.hotline"), number: HOTLINE },
    { name: t("site.care.unit-phone"), number: phone },
  ];
  return (
    <ul className="flex flex-wrap gap-x-8 lg:block">
      {rows.map((row, index) => (
        <li className="lg:text-right" key={row.number}>
          <PhoneLink
            className="inline-flex hit items-baseline gap-4 text-on-main hover:text-on-main"
            phone={row.number}
          >
            <span className="text-note">{row.name}</span>
            <span
              className={`text-title font-bold ${index === 0 ? "lg:text-lead lg:leading-tight" : ""}`}
            >
              {row.number}
            </span>
          </PhoneLink>
        </li>
      ))}
    </ul>
  );
}

/** What did not get a tile, as words. */
function OtherServices({ t, services }: { t: Translate; services: LinkView[] }) {
  if (services.length === 0) return null;
  return (
    <nav className="pt-4" aria-label={t("site.home.other-services")}>
      <ul className="flex flex-wrap gap-x-8">
        {services.map((service) => (
          <li key={service.href}>
            <a className="inline-flex hit items-center text-main" href={service.href}>
              {service.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The question over the whole width, and the tasks on the edge of its field. */
export function Counter({ frame, services, servicesLink }: HomeView) {
  const { t, site } = frame;
  const tiles = services.slice(0, MOST_TILES);
  return (
    <section id="services" tabIndex={-1} aria-labelledby="services-title">
      <div
        className={`bg-main text-on-main ${tiles.length > 0 ? "pb-20 lg:pb-24" : "pb-10"}`}
        data-screen
      >
        <div className="mx-auto flex max-w-page flex-wrap items-end justify-between gap-x-8 gap-y-2 px-4 pt-6 lg:px-8 lg:pt-12">
          <div className="flex-1">
            <h2 className="text-lead leading-tight font-bold" id="services-title">
              {t("site.home.ask")}
            </h2>
            <p className="pt-2">{t("site.home.ask-hint")}</p>
            <SearchBox
              frame={frame}
              className="flex max-w-160 flex-wrap pt-4"
              fieldClass="soft hit w-0 flex-1 rounded-r-none px-4 text-ink lg:h-14"
              buttonClass="soft hit shrink-0 rounded-l-none bg-aux1 px-6 font-bold text-on-aux1"
            />
            {servicesLink ? (
              <p className="pt-2">
                <a
                  className="inline-flex hit items-center gap-2 font-bold text-on-main hover:text-on-main"
                  href={servicesLink.href}
                >
                  {t("site.home.all-services")}
                  <Icon name="arrow" className="h-5 w-5" />
                </a>
              </p>
            ) : null}
          </div>
          <Phones t={t} phone={site.contact.phone} />
        </div>
      </div>
      {tiles.length > 0 ? (
        <div className="mx-auto -mt-14 max-w-page px-4 lg:px-8 print:mt-4">
          <ul className={`grid grid-cols-2 gap-3 lg:gap-4 ${columnsClass(tiles.length)}`}>
            {tiles.map((service) => (
              <Tile key={service.href} service={service} />
            ))}
          </ul>
          <OtherServices t={t} services={services.slice(MOST_TILES)} />
        </div>
      ) : null}
    </section>
  );
}
