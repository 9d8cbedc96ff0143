import type {
  BranchChoiceView,
  ChoicesView,
  ChoiceView,
  SearchView,
  Translate,
} from "#themes/contract.ts";

type LinkProps = { t: Translate; choice: ChoiceView; linkClass: string };

function ChoiceLink({ t, choice, linkClass }: LinkProps) {
  const { name, href, isCurrent, count } = choice;
  return (
    <a className={linkClass} href={href} aria-current={isCurrent ? "true" : undefined}>
      {name}
      {count === null ? null : t("search.count", { count })}
    </a>
  );
}

type ListProps = { t: Translate; links: readonly BranchChoiceView[]; linkClass: string };

/** 省, in it its 市, in them their 县. */
function Tree({ t, links, linkClass }: ListProps) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <ChoiceLink t={t} choice={link} linkClass={linkClass} />
          {link.below.length > 0 ? (
            <div className="ms-3 border-s border-line ps-2">
              <Tree t={t} links={link.below} linkClass={linkClass} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Row({ t, links, linkClass }: ListProps) {
  return (
    <ul className="flex flex-wrap gap-x-2">
      {links.map((link) => (
        <li key={link.href}>
          <ChoiceLink t={t} choice={link} linkClass={linkClass} />
        </li>
      ))}
    </ul>
  );
}

type CrumbsProps = { t: Translate; crumbs: readonly ChoiceView[]; linkClass: string };

/** The chosen place, each step leading up to a wider one. */
function ChosenPlace({ t, crumbs, linkClass }: CrumbsProps) {
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label={t("search.choices.place")}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li className="inline" key={crumb.href}>
            {index > 0 ? <span aria-hidden>›</span> : null}
            <ChoiceLink t={t} choice={crumb} linkClass={linkClass} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type ChoicesProps = {
  view: SearchView;
  className: string;
  titleClass: string;
  linkClass: string;
};

/** Ways to narrow the question, beside the results; on phones below them. */
export function Choices({ view, className, titleClass, linkClass }: ChoicesProps) {
  const { choices, clear, frame } = view;
  const { t } = frame;
  if (choices.length === 0) return null;
  const list = ({ name, links }: ChoicesView) =>
    name === "regions" ? (
      <Tree t={t} links={links} linkClass={linkClass} />
    ) : (
      <Row t={t} links={links} linkClass={linkClass} />
    );
  return (
    <section
      className={className}
      id="filters"
      tabIndex={-1}
      aria-label={t("search.choices.label")}
      data-screen
    >
      {clear ? (
        <p className="pb-3">
          <a className={`${linkClass} underline`} href={clear.href}>
            {clear.name}
          </a>
        </p>
      ) : null}
      {choices.map((group) => (
        <div className="pb-3" key={group.title} data-el={`choose-${group.name}`}>
          <h2 className={titleClass}>{group.title}</h2>
          <ChosenPlace t={t} crumbs={group.crumbs} linkClass={linkClass} />
          {group.links.length > 0 ? list(group) : null}
        </div>
      ))}
    </section>
  );
}
