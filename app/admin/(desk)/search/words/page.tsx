import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { ListFilter } from "#modules/search/components/list-filter.tsx";
import { SearchSections } from "#modules/search/components/search-sections.tsx";
import { SynonymDesk } from "#modules/search/components/synonym-desk.tsx";
import { wordRowOf } from "#modules/search/components/word-row.ts";
import type { WordsQuery } from "#modules/search/curation/loaders.ts";
import { curatedSiteOf, loadSynonyms, managesWords } from "#modules/search/curation/loaders.ts";

const HERE = "/admin/search/words";

/** Other names for official ones, for the whole group. */
export default async function SynonymsPage({
  searchParams,
}: {
  searchParams: Promise<WordsQuery>;
}) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const say = wordsOf("zh-CN");
  const site = curatedSiteOf(ctx, await loadSites(ctx), here.siteId);
  if (!(site && managesWords(ctx))) return <Absence why="FORBIDDEN" say={say} />;
  const { rows, total, words, nextAfter } = await loadSynonyms(ctx, query);
  const isNarrowed = words !== "" || query.after !== undefined;
  const more = nextAfter && new URLSearchParams({ words, after: nextAfter });
  return (
    <>
      <title>{say("curation.words.title")}</title>
      <h1>{say("curation.words.title")}</h1>
      <SearchSections at="words" managesWords say={say} />
      <p>{say("curation.words.words")}</p>
      <SynonymDesk
        siteId={site.id}
        rows={rows.map((row) => wordRowOf(row, say))}
        empty={say(isNarrowed ? "curation.list.none-such" : "curation.words.empty")}
        words={{ ...wordBundle("zh-CN", "desk"), ...wordBundle("zh-CN", "curation") }}
      >
        <ListFilter action={HERE} label={say("curation.list.find-words")} words={words} say={say} />
        <p className="quiet">{say("curation.list.total", { count: total })}</p>
      </SynonymDesk>
      <p>
        {query.after && <a href={HERE}>{say("desk.list.first")}</a>}{" "}
        {more && <a href={`${HERE}?${more}`}>{say("desk.list.more")}</a>}
      </p>
    </>
  );
}
