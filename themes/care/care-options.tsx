import type { FrameView } from "#themes/contract.ts";

type Option = FrameView["careOptions"][number];

const optionClass =
  "hit-main inline-flex items-center justify-center border-2 border-ctl px-4 py-1 leading-tight";

/** The option in use is no link: it would lead to this very page. */
function Choice({ option, className }: { option: Option; className: string }) {
  if (option.isCurrent) {
    return (
      <span className={`${className} border-ink bg-ink font-bold text-bg`} aria-current="true">
        {option.name}
      </span>
    );
  }
  return (
    <a className={className} href={option.href}>
      {option.name}
    </a>
  );
}

function Choices({ options, className }: { options: Option[]; className: string }) {
  return (
    <ul className={className}>
      {options.map((option) => (
        <li key={option.href}>
          <Choice option={option} className={optionClass} />
        </li>
      ))}
    </ul>
  );
}

/** Sizes in sight, colours behind one tap; each is a link to the same page in that form. */
export function CareOptions({ frame: { careOptions, t } }: { frame: FrameView }) {
  const sizes = careOptions.filter((option) => option.kind === "size");
  const schemes = careOptions.filter((option) => option.kind === "scheme");
  if (careOptions.length === 0) return null;
  return (
    <section
      className="mt-5 border-b-2 border-ctl pb-4 text-item"
      aria-label={t("site.care.size")}
      data-screen
    >
      <div className="flex flex-wrap items-center gap-3">
        <span className="font-bold">{t("site.care.size")}</span>
        <Choices className="flex flex-wrap gap-3" options={sizes} />
      </div>
      <details className="mt-3">
        <summary className="hit-main flex items-center justify-between gap-3 border-2 border-ctl px-4 font-bold">
          {t("site.care.scheme")}
          <span className="chevron" aria-hidden />
        </summary>
        <Choices className="flex flex-wrap gap-3 pt-3" options={schemes} />
      </details>
    </section>
  );
}
