import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { FrameView } from "#themes/contract.ts";

type EmptyHelpProps = { frame: FrameView; className: string; titleClass: string };

/** Nothing was found: why that may be, and who to ask. */
export function EmptyHelp({ frame: { t, site }, className, titleClass }: EmptyHelpProps) {
  const { phone } = site.contact;
  return (
    <div className={className} data-el="search-empty">
      <h2 className={titleClass}>{t("search.empty.title")}</h2>
      <ul className="list-disc ps-6">
        <li>{t("search.empty.check")}</li>
        <li>{t("search.empty.shorter")}</li>
        <li>
          <PhoneLink className="inline-flex hit items-center underline" phone={phone}>
            {t("search.empty.call", { phone })}
          </PhoneLink>
        </li>
      </ul>
    </div>
  );
}
