import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { SearchView } from "#themes/contract.ts";

type EmptyHelpProps = { view: SearchView; className: string; titleClass: string };

const linkClass = "inline-flex hit items-center underline";

/** No result is shown: why that is, what leads on, and who to ask. Nothing where there are some. @rule C48 */
export function EmptyHelp({ view, className, titleClass }: EmptyHelpProps) {
  const { state, detour } = view;
  const { t, site } = view.frame;
  const { phone } = site.contact;
  if (state === "start" || state === "found") return null;
  return (
    <div className={className} data-el={`search-${state}`}>
      <h2 className={titleClass}>{t(`search.${state}.title`)}</h2>
      {detour ? <p>{detour.text}</p> : null}
      <ul className="list-disc ps-6">
        {detour?.links.map(({ name, href }) => (
          <li key={href}>
            <a className={linkClass} href={href}>
              {name}
            </a>
          </li>
        ))}
        {state === "empty" ? (
          <>
            <li>{t("search.empty.check")}</li>
            <li>{t("search.empty.shorter")}</li>
          </>
        ) : null}
        {state === "beyond" ? null : (
          <li>
            <PhoneLink className={linkClass} phone={phone}>
              {t("search.empty.call", { phone })}
            </PhoneLink>
          </li>
        )}
      </ul>
    </div>
  );
}
