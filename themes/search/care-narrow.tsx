import { CareLinks } from "#themes/care/care-rows.tsx";
import { CareFold } from "#themes/care/care-section.tsx";
import type {
  BranchChoiceView,
  ChoicesView,
  LinkView,
  SearchView,
  Translate,
} from "#themes/contract.ts";

/** The same choices as on the standard page, in one list: each row a link, the deeper ones say where they lie. */
const inOneList = (
  t: Translate,
  links: readonly BranchChoiceView[],
  above: readonly string[] = [],
): LinkView[] =>
  links.flatMap(({ name, href, count, isCurrent, below }) => [
    ...(isCurrent ? [] : [{ href, name: sayChoice(t, [...above, name].join(" › "), count) }]),
    ...inOneList(t, below, [...above, name]),
  ]);

const sayChoice = (t: Translate, name: string, count: string | null): string =>
  count === null ? name : `${name}${t("search.count", { count })}`;

/** Up by the steps that were chosen, down by what is left to choose. */
function linksOf(t: Translate, { crumbs, links }: ChoicesView): LinkView[] {
  const up = crumbs.map((crumb) => ({ ...crumb, below: [] })).toReversed();
  return [...inOneList(t, links), ...inOneList(t, up)];
}

type Narrowing = { title: string; chosen: string | undefined; links: LinkView[] };

/** The ways to ask for less: what kind, where, from whom. */
function narrowings({ frame: { t }, state, classes, choices }: SearchView): Narrowing[] {
  const groupOf = (name: ChoicesView["name"]) => choices.find((group) => group.name === name);
  const kinds = classes.map(({ count, ...link }) => ({
    ...link,
    name: sayChoice(t, link.name, count),
  }));
  const scope = groupOf("scope")?.links.filter((link) => !link.isCurrent) ?? [];
  const groups = (["regions", "organisations"] as const).flatMap((name) => groupOf(name) ?? []);
  return [
    ...(state === "start" || kinds.length < 2
      ? []
      : [{ title: t("search.classes.label"), chosen: undefined, links: [...kinds, ...scope] }]),
    ...groups.map((group) => ({
      title: group.title,
      chosen: group.crumbs.find(({ isCurrent }) => isCurrent)?.name,
      links: linksOf(t, group),
    })),
  ];
}

/** The one way to let go of what this form does not list. Beside a zero it stands with the reason already. */
const clearOf = ({ state, clear, detour }: SearchView): LinkView[] =>
  clear && !(state === "empty" && detour) ? [clear] : [];

/** All of them in one closed list that says what is chosen: one stop on the way through the page (K9). */
export function CareNarrow({ view }: { view: SearchView }) {
  const { t } = view.frame;
  const groups = narrowings(view);
  const clear = clearOf(view);
  if (groups.length === 0 && clear.length === 0) return null;
  const chosen = groups.flatMap((group) => group.chosen ?? []);
  // What has no name here is at least said to be on.
  const said = chosen.length === 0 && view.clear ? [t("search.choices.chosen")] : chosen;
  const title = [t("search.choices.label"), ...said].join("：");
  return (
    <CareFold title={title}>
      {clear.length > 0 ? (
        <div className="pb-5">
          <CareLinks links={clear} />
        </div>
      ) : null}
      {groups.map((group) => (
        <section className="pb-5" key={group.title}>
          <h2 className="pb-3 text-title font-bold">{group.title}</h2>
          <CareLinks links={group.links} />
        </section>
      ))}
    </CareFold>
  );
}
