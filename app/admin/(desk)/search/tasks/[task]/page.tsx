import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import { curatedSiteOf, managesWords } from "#modules/search/curation/loaders.ts";
import { EffectTable } from "#modules/searchlog/components/effect-table.tsx";
import { TaskActs } from "#modules/searchlog/components/task-acts.tsx";
import { TaskFacts, TaskHistory } from "#modules/searchlog/components/task-facts.tsx";
import { loadTask } from "#modules/searchlog/loaders.ts";

type Props = { params: Promise<{ task: string }> };

/** One question: what is wrong, what may be done, and what it has changed. */
export default async function SearchTaskPage({ params }: Props) {
  const [{ ctx }, { task: word }] = await Promise.all([loadDesk(), params]);
  const say = wordsOf("zh-CN");
  const screen = await loadTask(ctx, await loadSites(ctx), word);
  if (typeof screen === "string") return <Absence why={screen} say={say} />;
  const { task, site, effect, holders, history } = screen;
  return (
    <>
      <SectionHead
        at={null}
        title={task.text}
        siteName={site.name}
        managesWords={managesWords(ctx)}
        curates={curatedSiteOf(ctx, [site], site.id) !== null}
        say={say}
      />
      <TaskFacts task={task} say={say} />
      <p>
        <a href={`${site.origin}/search?${new URLSearchParams({ q: task.text })}`}>
          {say("searchlog.try")}
        </a>
      </p>
      <h2>{say("searchlog.effect")}</h2>
      <EffectTable effect={effect} say={say} />
      {task.state === "open" && (
        <TaskActs task={task} holders={holders} words={wordBundle("zh-CN", "searchlog")} />
      )}
      <TaskHistory rows={history} say={say} />
    </>
  );
}
