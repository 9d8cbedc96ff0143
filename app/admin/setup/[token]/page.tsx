import { wordsOf } from "#lib/i18n/words.ts";

function Done() {
  const t = wordsOf("zh-CN");
  return (
    <>
      <title>{t("access.setup.done")}</title>
      <h1>{t("access.setup.done")}</h1>
      <p>{t("access.setup.done-words")}</p>
    </>
  );
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ problems?: string; login?: string; name?: string; done?: string }>;
};

const FIELDS = [
  { name: "login", word: "login", type: "text", autoComplete: "username" },
  { name: "displayName", word: "name", type: "text", autoComplete: "name" },
  { name: "password", word: "password", type: "password", autoComplete: "new-password" },
  { name: "repeat", word: "repeat", type: "password", autoComplete: "new-password" },
] as const;

/** The first account of an empty platform. Works without script. */
export default async function SetUpPage({ params, searchParams }: Props) {
  const [{ token }, { problems, login, name, done }] = await Promise.all([params, searchParams]);
  const t = wordsOf("zh-CN");
  if (done) return <Done />;
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
        {FIELDS.map(({ name: field, word, type, autoComplete }) => (
          <p key={field}>
            <label htmlFor={field}>{t(`access.setup.${word}`)}</label>
            <input
              id={field}
              name={field}
              type={type}
              autoComplete={autoComplete}
              defaultValue={field === "login" ? login : field === "displayName" ? name : undefined}
              required
            />
          </p>
        ))}
        <button type="submit">{t("access.setup.submit")}</button>
      </form>
    </>
  );
}
