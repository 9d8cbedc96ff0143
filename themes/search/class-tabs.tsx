import type { SearchView } from "#themes/contract.ts";

type ClassTabsProps = { view: SearchView; className: string; tabClass: string };

/** 全部、政策文件 … with what each holds: links, so that each has an address. @rule C42 */
export function ClassTabs({ view, className, tabClass }: ClassTabsProps) {
  const { classes, frame } = view;
  const { t } = frame;
  if (classes.length <= 1) return null;
  return (
    <nav aria-label={t("search.classes.label")} data-el="search-classes" data-screen>
      <ul className={className}>
        {classes.map(({ name, href, isCurrent, count }) => (
          <li key={href}>
            <a className={tabClass} href={href} aria-current={isCurrent ? "true" : undefined}>
              {name}
              {count === null ? null : (
                <span className="text-note font-normal">{t("search.count", { count })}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
