import { wordsOf } from "#lib/i18n/words.ts";
import { SetUpForm } from "#modules/access/components/set-up-form.tsx";
import { loadSetupLink } from "#modules/access/loaders.ts";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ problems?: string; login?: string; name?: string; done?: string }>;
};

/** The first account of an empty platform; the token in the address is the permission. */
export default async function SetUpPage({ params, searchParams }: Props) {
  const [{ token }, { problems, login, name, done }] = await Promise.all([params, searchParams]);
  const t = wordsOf("zh-CN");
  if (done) {
    return (
      <main className="card">
        <title>{t("access.setup.done")}</title>
        <h1>{t("access.setup.done")}</h1>
        <p>{t("access.setup.done-words")}</p>
      </main>
    );
  }
  // Said at once: nobody types two passwords for a link that opens nothing.
  if (!(await loadSetupLink(token))) {
    return (
      <main className="card">
        <title>{t("access.setup.title")}</title>
        <h1>{t("access.setup.title")}</h1>
        <p>{t("access.problems.link-spent")}</p>
      </main>
    );
  }
  const keys = (problems ?? "").split(",").filter((key) => /^[a-z-]{1,30}$/.test(key));
  return (
    <main className="card">
      <title>{t("access.setup.title")}</title>
      <SetUpForm
        action={`/admin/setup/${encodeURIComponent(token)}/submit`}
        problems={keys}
        typed={{ login, displayName: name }}
      />
    </main>
  );
}
