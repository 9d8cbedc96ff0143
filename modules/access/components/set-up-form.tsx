import { wordsOf } from "#lib/i18n/words.ts";

const FIELDS = [
  { name: "login", word: "login", type: "text", autoComplete: "username" },
  { name: "displayName", word: "name", type: "text", autoComplete: "name" },
  { name: "password", word: "password", type: "password", autoComplete: "new-password" },
  { name: "repeat", word: "repeat", type: "password", autoComplete: "new-password" },
] as const;

type Props = {
  action: string;
  /** Keys of `access.problems`. */
  problems: readonly string[];
  /** What was typed before; passwords are typed again. */
  typed: { login?: string | undefined; displayName?: string | undefined };
};

/** Makes the first account. Works without script. */
export function SetUpForm({ action, problems, typed }: Props) {
  const t = wordsOf("zh-CN");
  return (
    <>
      <h1>{t("access.setup.title")}</h1>
      <p>{t("access.setup.words")}</p>
      {problems.length > 0 && (
        <div className="problems" role="alert">
          <h2>{t("access.problems.title")}</h2>
          <ul>
            {problems.map((key) => (
              <li key={key}>{t(`access.problems.${key}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action={action}>
        {FIELDS.map(({ name, word, type, autoComplete }) => (
          <p key={name}>
            <label htmlFor={name}>{t(`access.setup.${word}`)}</label>
            <input
              id={name}
              name={name}
              type={type}
              autoComplete={autoComplete}
              defaultValue={name === "login" || name === "displayName" ? typed[name] : undefined}
              required
            />
          </p>
        ))}
        <button type="submit">{t("access.setup.submit")}</button>
      </form>
    </>
  );
}
