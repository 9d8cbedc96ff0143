import { wordBundle } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { EditionScreen } from "#modules/resources/components/edition-screen.tsx";
import { History } from "#modules/resources/components/history.tsx";
import { Leftovers } from "#modules/resources/components/leftovers.tsx";
import { loadEditionOrAbsence } from "#modules/resources/drafts/loaders.ts";

/** One edition: its words to write or read, and what may be done to it. */
export default async function EditionPage({ params }: { params: Promise<{ edition: string }> }) {
  const [{ ctx }, { edition }] = await Promise.all([loadDesk(), params]);
  const words = wordBundle("zh-CN", "desk");
  const screen = await loadEditionOrAbsence(ctx, edition);
  if (typeof screen === "string") {
    return (
      <>
        <title>{words["title"]}</title>
        <h1>{words[`problem.${screen}`]}</h1>
      </>
    );
  }
  const { history, leftovers, ...rest } = screen;
  return (
    <>
      <title>{`${screen.detail.title || words["list.untitled"]}_${words["title"]}`}</title>
      <h1 className="unseen">{screen.detail.title || words["list.untitled"]}</h1>
      <EditionScreen screen={rest} words={words} editorWords={wordBundle("zh-CN", "editor")} />
      <Leftovers leftovers={leftovers} words={words} />
      <History rows={history} words={words} />
    </>
  );
}
