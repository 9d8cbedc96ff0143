import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { ListEnds } from "#modules/search/components/list-ends.tsx";
import { ListFilter } from "#modules/search/components/list-filter.tsx";
import { ProtectedDesk } from "#modules/search/components/protected-desk.tsx";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import { wordRowOf } from "#modules/search/components/word-row.ts";
import type { WordsQuery } from "#modules/search/curation/loaders.ts";
import { curatedSiteOf, loadProtected, managesWords } from "#modules/search/curation/loaders.ts";

const HERE = "/admin/search/words/protected";

/** Words that are never taken for slips, for the whole group. */
export default async function ProtectedPage({
  searchParams,
}: {
  searchParams: Promise<WordsQuery>;
}) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const say = wordsOf("zh-CN");
  const site = curatedSiteOf(ctx, await loadSites(ctx), here.siteId);
  if (!(site && managesWords(ctx))) return <Absence why="FORBIDDEN" say={say} />;
  const { rows, total, words, nextAfter } = await loadProtected(ctx, query);
  const isNarrowed = words !== "" || query.after !== undefined;
  return (
    <>
      <SectionHead
        at="protected"
        title={say("curation.protected.title")}
        siteName={null}
        managesWords
        say={say}
      />
      <p>{say("curation.protected.words")}</p>
      <ProtectedDesk
        rows={rows.map((row) => wordRowOf(row, say))}
        empty={say(isNarrowed ? "curation.list.none-such" : "curation.protected.empty")}
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
      </ProtectedDesk>
    </>
  );
}
