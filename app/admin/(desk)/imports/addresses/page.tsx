import { wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { Coverage } from "#modules/resources/components/coverage.tsx";
import { ImportTabs } from "#modules/resources/components/import-tabs.tsx";
import type { AddressesQuery } from "#modules/resources/imports/loaders.ts";
import { loadImportSite, loadOldAddresses } from "#modules/resources/imports/loaders.ts";

/** What became of every address of the site before this one. */
export default async function OldAddressesPage({
  searchParams,
}: {
  searchParams: Promise<AddressesQuery>;
}) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const say = wordsOf("zh-CN");
  const site = await loadImportSite(ctx, here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const found = await loadOldAddresses(ctx, site, query);
  const { fate, words, nextAfter } = found;
  const hrefOf = (value: string | null, after: string | null = null) => {
    const asked = {
      ...(value && { fate: value }),
      ...(words && { words }),
      ...(after && { after }),
    };
    return `/admin/imports/addresses?${new URLSearchParams(asked)}`;
  };
  return (
    <>
      <title>{`${say("imports.addresses")}_${site.name}`}</title>
      <h1>
        {say("imports.addresses")} <span className="site-name">{site.name}</span>
      </h1>
      <ImportTabs at="addresses" say={say} />
      <Coverage found={found} origin={site.origin} hrefOf={hrefOf} say={say} />
      <p>
        {query.after && <a href={hrefOf(fate)}>{say("desk.list.first")}</a>}{" "}
        {nextAfter && <a href={hrefOf(fate, nextAfter)}>{say("desk.list.more")}</a>}
      </p>
    </>
  );
}
