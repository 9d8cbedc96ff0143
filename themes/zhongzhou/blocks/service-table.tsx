import type { LinkView, Translate } from "#themes/contract.ts";

/** As many columns as leave the last row full or nearly so. */
function columnsClass(count: number): string {
  if (count % 6 === 0 || count > 10) return "grid-cols-2 sm:grid-cols-3 lg:grid-cols-6";
  if (count % 5 === 0) return "grid-cols-2 sm:grid-cols-5";
  return "grid-cols-2 sm:grid-cols-4";
}

/** Services as a ruled table, six to a row. */
export function ServiceTable({ t, services }: { t: Translate; services: LinkView[] }) {
  if (services.length === 0) return null;
  return (
    <section className="pt-10" id="services" tabIndex={-1} aria-labelledby="services-title">
      <div className="flex items-center gap-6">
        <span className="double-rule flex-1" aria-hidden />
        <h2
          className="font-serif text-section leading-tight font-bold tracking-section text-main"
          id="services-title"
        >
          {t("site.home.services")}
        </h2>
        <span className="double-rule flex-1" aria-hidden />
      </div>
      <ul className={`ruled mt-5 grid ${columnsClass(services.length)}`}>
        {services.map((service) => (
          <li key={service.href}>
            <a
              className="flex h-full min-h-16 items-center justify-center px-2 py-3 text-center text-title leading-tight hover:bg-sunk"
              href={service.href}
            >
              {service.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
