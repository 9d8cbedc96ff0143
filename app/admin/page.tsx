import { wordsOf } from "#lib/i18n/words.ts";

export default function DeskPage() {
  const t = wordsOf("zh-CN");
  return (
    <>
      <title>{t("access.desk")}</title>
      <h1>{t("access.desk")}</h1>
      <p>{t("access.desk-words")}</p>
    </>
  );
}
