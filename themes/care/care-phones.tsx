import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { FrameView } from "#themes/contract.ts";

/** The hotline every province answers. */
const HOTLINE = "12345";

const phoneClass =
  "hit-main mt-3 flex flex-wrap items-center justify-between gap-x-4 border-3 border-main px-4 py-2 font-bold leading-tight text-body";

/** Help at the same place on every page: the numbers to tap, right under the title. */
export function CarePhones({ frame: { site, t } }: { frame: FrameView }) {
  return (
    <section className="pt-1" aria-label={t("site.care.phone")} data-screen>
      <PhoneLink
        className={`${phoneClass} bg-main text-on-main hover:text-on-main`}
        phone={HOTLINE}
      >
        <span>{t("site.care.hotline")}</span>
        <span className="text-lead">{HOTLINE}</span>
      </PhoneLink>
      <PhoneLink className={`${phoneClass} text-main`} phone={site.contact.phone}>
        <span>{t("site.care.unit-phone")}</span>
        <span className="text-body">{site.contact.phone}</span>
      </PhoneLink>
    </section>
  );
}
