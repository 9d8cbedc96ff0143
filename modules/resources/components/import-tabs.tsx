import type { Words } from "#lib/i18n/words.ts";

type Props = { at: "batches" | "addresses" | null; say: Words };

/** The two screens of what was brought over. */
export function ImportTabs({ at, say }: Props) {
  return (
    <nav className="tabs" aria-label={say("imports.title")}>
      <a href="/admin/imports" aria-current={at === "batches" ? "page" : undefined}>
        {say("imports.batches")}
      </a>
      <a href="/admin/imports/addresses" aria-current={at === "addresses" ? "page" : undefined}>
        {say("imports.addresses")}
      </a>
    </nav>
  );
}
