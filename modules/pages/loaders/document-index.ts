import "server-only";
import type { Validity } from "#db/enums/resources.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { linkTo } from "#modules/pages/loaders/frame.ts";
import type { PublicArticle } from "#modules/resources/queries/public.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";
import type { DocumentIndexView, ValidityView } from "#themes/contract.ts";

export const validityView = ({ locale }: Setting, state: Validity): ValidityView => ({
  state,
  words: wordsOf(locale)(`policy.validity.${state}`),
});

/** `本文件自 2024-01-01 起废止。`: only of what is no longer as it was. */
function validitySentence({ locale }: Setting, { validity, validityOn }: PublicArticle) {
  if (validity === "current") return null;
  const t = wordsOf(locale);
  return validityOn
    ? t(`policy.since.${validity}`, { date: validityOn })
    : t(`policy.told.${validity}`);
}

/** The index of an official document above its text; null for types that have none. @rule GW-1 */
export function documentIndex(setting: Setting, article: PublicArticle): DocumentIndexView | null {
  const fields = typeSpec(article.type).index?.(article);
  if (!fields) return null;
  const t = wordsOf(setting.locale);
  const validity = validityView(setting, article.validity);
  const { replacement } = article;
  return {
    rows: [
      ...fields.map(({ field, value }) => ({
        name: t(`policy.fields.${field}`),
        value: value ? setting.convert(value) : t("policy.not-given"),
      })),
      { name: t("policy.fields.validity"), value: validity.words },
    ],
    validity: {
      ...validity,
      sentence: validitySentence(setting, article),
      replacement: replacement ? linkTo(setting, replacement.title, replacement.path) : null,
    },
  };
}

/** Keywords that the type's own fields hold. */
export function keywordsOf({ type, metadata }: PublicArticle): string[] {
  const said = typeSpec(type).metadata.safeParse(metadata);
  const keywords = said.success ? said.data["keywords"] : null;
  return Array.isArray(keywords) ? keywords.map(String) : [];
}
