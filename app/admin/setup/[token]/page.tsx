import { wordsOf } from "#lib/i18n/words.ts";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ problems?: string; login?: string; name?: string; done?: string }>;
};

/** The first account of an empty platform. Works without script. */
export default async function SetUpPage({ params, searchParams }: Props) {
  const [{ token }, { problems, login, name, done }] = await Promise.all([params, searchParams]);
  const t = wordsOf("zh-CN");
  if (done) {
    return (
      <>
        <title>{t("access.setup.done")}</title>
        <h1>{t("access.setup.done")}</h1>
        <p>{t("access.setup.done-words")}</p>
      </>
    );
  }
  const keys = (problems ?? "").split(",").filter((key) => /^[a-z-]{1,30}$/.test(key));
  return (
    <>
      <title>{t("access.setup.title")}</title>
      <h1>{t("access.setup.title")}</h1>
      <p>{t("access.setup.words")}</p>
      {keys.length > 0 && (
        <div className="problems" role="alert">
          <h2>{t("access.problems.title")}</h2>
          <ul>
            {keys.map((key) => (
              <li key={key}>{t(`access.problems.${key}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action={`/admin/setup/${encodeURIComponent(token)}/submit`}>
        <label htmlFor="login">{t("access.setup.login")}</label>
        <input
          id="login"
          name="login"
          defaultValue={login ?? ""}
          autoComplete="username"
          required
        />
        <label htmlFor="displayName">{t("access.setup.name")}</label>
        <input
          id="displayName"
          name="displayName"
          defaultValue={name ?? ""}
          autoComplete="name"
          required
        />
        <label htmlFor="password">{t("access.setup.password")}</label>
        <input id="password" name="password" type="password" autoComplete="new-password" required />
        <label htmlFor="repeat">{t("access.setup.repeat")}</label>
        <input id="repeat" name="repeat" type="password" autoComplete="new-password" required />
        <button type="submit">{t("access.setup.submit")}</button>
      </form>
    </>
  );
}
