import { wordBundle } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { TodoList } from "#modules/resources/components/todo-list.tsx";
import { loadDashboard, loadSites } from "#modules/resources/drafts/loaders.ts";

/** Everything that waits for this person's decision, over all their sites. */
export default async function ReviewPage() {
  const { ctx } = await loadDesk();
  const [{ toReview, toRelease }, sites] = await Promise.all([loadDashboard(ctx), loadSites(ctx)]);
  const words = wordBundle("zh-CN", "desk");
  return (
    <>
      <title>{`${words["frame.review"]}_${words["title"]}`}</title>
      <h1>{words["frame.review"]}</h1>
      {toReview.length + toRelease.length === 0 && <p>{words["dashboard.none"]}</p>}
      <TodoList
        title={words["dashboard.to-review"] ?? ""}
        todos={toReview}
        sites={sites}
        words={words}
      />
      <TodoList
        title={words["dashboard.to-release"] ?? ""}
        todos={toRelease}
        sites={sites}
        words={words}
      />
    </>
  );
}
