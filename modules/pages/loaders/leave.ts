import "server-only";
import type { Locale } from "#lib/i18n/locales.ts";
import { leaveHref } from "#lib/routing/address.ts";
import { inwardHref } from "#lib/routing/inward.ts";
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
 * Where a link that an editor wrote leads this reader: outside government and the group through the
 * leave-site page, to pages of the group in the reader's own language and form, anywhere else as it
 * is. @rule GL-14.10
 */
export async function linkWriter({
  siteId,
  locale,
  variant,
}: {
  siteId: number;
  locale: Locale;
  variant: Variant;
}): Promise<(href: string) => string> {
  const { hosts, sites } = await currentSnapshot();
  const isOwnHost = (host: string) => Object.hasOwn(hosts, host);
  const reader = { host: sites[String(siteId)]?.primaryHost ?? "", locale, variant };
  return (href) =>
    isForeign(href, isOwnHost)
      ? leaveHref({ url: href, signature: signLeave(href, leaveKey()) }, locale, variant)
      : (inwardHref(href, isOwnHost, reader) ?? href);
}
