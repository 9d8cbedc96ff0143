import "server-only";
import type { ResourceType } from "#db/enums/resources.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import type { IndexField } from "#modules/resources/types/domain.ts";
import type { FactView } from "#themes/contract.ts";

/** A field of a type in the reader's words; addresses outside government by way of the leave page. */
export function factView(
  { locale, convert, linkTo }: Pick<Setting, "locale" | "convert" | "linkTo">,
  type: ResourceType,
  { field, value, kind }: IndexField,
): FactView {
  const t = wordsOf(locale);
  const name = t(`${type}.fields.${field}`);
  if (!value) return { name, lines: [t("policy.not-given")], kind: "text" };
  if (kind === "web") return { name, lines: [value], kind, href: linkTo(value) };
  const lines = (kind === "lines" ? value.split("\n") : [value])
    .filter((line) => line.trim() !== "")
    .map(convert);
  return { name, lines, kind: kind === "phone" ? "phone" : "text" };
}
