import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { ListEnds } from "#modules/search/components/list-ends.tsx";
import { ListFilter } from "#modules/search/components/list-filter.tsx";
import { SectionHead } from "#modules/search/components/section-head.tsx";
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
  return (
    <>
      <SectionHead
        at="words"
        title={say("curation.words.title")}
        siteName={null}
        managesWords
        say={say}
      />
      <p>{say("curation.words.words")}</p>
      <SynonymDesk
        siteId={site.id}
        rows={rows.map((row) => wordRowOf(row, say))}
        empty={say(isNarrowed ? "curation.list.none-such" : "curation.words.empty")}
        words={{ ...wordBundle("zh-CN", "desk"), ...wordBundle("zh-CN", "curation") }}
        ends={
          <ListEnds
            action={HERE}
            isFirst={query.after === undefined}
            next={nextAfter ? { words, after: nextAfter } : null}
            say={say}
          />
        }
      >
        <ListFilter action={HERE} label={say("curation.list.find-words")} words={words} say={say} />
        {words === "" && <p className="quiet">{say("curation.list.total", { count: total })}</p>}
      </SynonymDesk>
    </>
  );
}
