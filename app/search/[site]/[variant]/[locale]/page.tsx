import { readInner } from "#lib/routing/inner.ts";
import { loadSearch } from "#modules/pages/loaders/search/page.ts";
import { familyOf } from "#themes/registry.ts";

type Props = {
  params: Promise<{ site: string; variant: string; locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SearchPage({ params, searchParams }: Props) {
  const inner = readInner({ ...(await params), view: ["home"] });
  if (!inner) throw new Error("middleware never makes such an address");
  const said = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const { theme, view, noted } = await loadSearch(inner.place, new URLSearchParams(said));
  return (
    <>
      {familyOf(theme).Search(view)}
      {noted && (
        // For the gateway, which reads and strips it: data, never run.
        <script type="application/json" data-noted={noted}>
          {"[]"}
        </script>
      )}
    </>
  );
}
