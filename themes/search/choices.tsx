import type { SearchView } from "#themes/contract.ts";

type ChoicesProps = {
  view: SearchView;
  className: string;
  titleClass: string;
  linkClass: string;
};

/** Ways to narrow the question, beside the results; on phones below them. */
export function Choices({ view, className, titleClass, linkClass }: ChoicesProps) {
  const { choices, frame } = view;
  const { t } = frame;
  if (choices.length === 0) return null;
  return (
    <section
      className={className}
      id="filters"
      tabIndex={-1}
      aria-label={t("search.choices.label")}
      data-screen
    >
      {choices.map(({ title, links }) => (
        <div className="pb-3" key={title}>
          <h2 className={titleClass}>{title}</h2>
          <ul className="flex flex-wrap gap-x-2">
            {links.map(({ name, href, isCurrent, count }) => (
              <li key={href}>
                <a className={linkClass} href={href} aria-current={isCurrent ? "true" : undefined}>
                  {name}
                  {count === null ? null : t("search.count", { count })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
