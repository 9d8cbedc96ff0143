import { wordBundle } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { TodoList } from "#modules/resources/components/todo-list.tsx";
import { loadDashboard, loadSites } from "#modules/resources/drafts/loaders.ts";

export default async function DashboardPage() {
  const { ctx } = await loadDesk();
  const [todos, sites] = await Promise.all([loadDashboard(ctx), loadSites(ctx)]);
  const words = wordBundle("zh-CN", "desk");
  const groups = [
    ["returned", todos.returned],
    ["to-review", todos.toReview],
    ["to-release", todos.toRelease],
    ["drafts", todos.drafts],
  ] as const;
  const isEmpty = groups.every(([, list]) => list.length === 0);
  return (
    <>
      <title>{`${words["dashboard.title"]}_${words["title"]}`}</title>
      <h1>{words["dashboard.title"]}</h1>
      {isEmpty && <p>{words["dashboard.none"]}</p>}
      {groups.map(([key, list]) => (
        <TodoList
          key={key}
          title={words[`dashboard.${key}`] ?? ""}
          todos={list}
          sites={sites}
          words={words}
        />
      ))}
      <p>
        <a className="button" href="/admin/content">
          {words["dashboard.new"]}
        </a>
      </p>
    </>
  );
}
