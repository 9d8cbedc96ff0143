import "server-only";
import type { Locale } from "#lib/i18n/locales.ts";
import { leaveHref } from "#lib/routing/address.ts";
import { isForeign, signLeave } from "#lib/routing/leave.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { secrets } from "#lib/secrets.ts";
import { currentSnapshot } from "#modules/pages/loaders/snapshot.ts";

let key: string | null = null;

/** Signs and proves addresses of leave-site pages; read once. */
export function leaveKey(): string {
  key ??= secrets().leaveKey;
  return key;
}

/**
 * Sends an address outside government and the group through the leave-site page, in the reader's own
 * language and form; leaves every other one as it is. @rule GL-14.10
 */
export async function throughLeavePage({
  locale,
  variant,
}: {
  locale: Locale;
  variant: Variant;
}): Promise<(href: string) => string> {
  const { hosts } = await currentSnapshot();
  const isOwnHost = (host: string) => Object.hasOwn(hosts, host);
  return (href) =>
    isForeign(href, isOwnHost)
      ? leaveHref({ url: href, signature: signLeave(href, leaveKey()) }, locale, variant)
      : href;
}
