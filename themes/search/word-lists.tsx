import type { LinkView, SearchView } from "#themes/contract.ts";

type WordListProps = {
  title: string;
  links: LinkView[];
  className: string;
  titleClass: string;
  linkClass: string;
  /** Counted from the first place on. */
  isRanked?: boolean;
};

/** Words to ask next; nothing where there are none. */
function WordList({ title, links, className, titleClass, linkClass, isRanked }: WordListProps) {
  if (links.length === 0) return null;
  const rows = links.map(({ name, href }, at) => (
    <li key={href}>
      <a className={linkClass} href={href}>
        {isRanked ? <span className="pe-2 font-bold" aria-hidden>{`${at + 1}.`}</span> : null}
        {name}
      </a>
    </li>
  ));
  const List = isRanked ? "ol" : "ul";
  return (
    <section className={className} aria-label={title} data-screen>
      <h2 className={titleClass}>{title}</h2>
      <List className="flex flex-wrap gap-x-2">{rows}</List>
    </section>
  );
}

type ListProps = { view: SearchView } & Pick<
  WordListProps,
  "className" | "titleClass" | "linkClass"
>;

/** 热搜: what many ask these days. */
export function HotWords({ view, ...look }: ListProps) {
  return <WordList title={view.frame.t("search.hot")} links={view.hot} isRanked {...look} />;
}

/** 相关搜索: what else was asked in such words. */
export function RelatedWords({ view, ...look }: ListProps) {
  return <WordList title={view.frame.t("search.related")} links={view.related} {...look} />;
}
