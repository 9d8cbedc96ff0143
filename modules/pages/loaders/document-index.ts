import "server-only";
import type { Validity } from "#db/enums/resources.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import { factView } from "#modules/pages/loaders/facts.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { linkTo } from "#modules/pages/loaders/frame.ts";
import type { PublicArticle } from "#modules/resources/queries/public.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";
import type { DocumentIndexView, FactView, ValidityView } from "#themes/contract.ts";

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

function withValidity(
  setting: Setting,
  article: PublicArticle,
  rows: FactView[],
): DocumentIndexView {
  const validity = validityView(setting, article.validity);
  const { replacement } = article;
  const name = wordsOf(setting.locale)("policy.fields.validity");
  return {
    rows: [...rows, { name, lines: [validity.words], kind: "text" }],
    validity: {
      ...validity,
      sentence: validitySentence(setting, article),
      replacement: replacement ? linkTo(setting, replacement.title, replacement.path) : null,
    },
  };
}

/** What is said above the text of a document, a service or a body; null for types that have none. @rule GW-1 */
export function documentIndex(setting: Setting, article: PublicArticle): DocumentIndexView | null {
  const { index, hasValidity } = typeSpec(article.type);
  if (!index) return null;
  const rows = index(article).map((field) => factView(setting, article.type, field));
  return hasValidity ? withValidity(setting, article, rows) : { rows, validity: null };
}

/** Keywords that the type's own fields hold. */
export function keywordsOf({ type, metadata }: PublicArticle): string[] {
  const said = typeSpec(type).metadata.safeParse(metadata);
  const keywords = said.success ? said.data["keywords"] : null;
  return Array.isArray(keywords) ? keywords.map(String) : [];
}
