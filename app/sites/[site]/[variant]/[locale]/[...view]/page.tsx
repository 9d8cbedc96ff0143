import { readInner } from "#lib/routing/inner.ts";
import type { LoadedPage } from "#modules/pages/loaders/page.ts";
import { loadPage } from "#modules/pages/loaders/page.ts";
import { familyOf } from "#themes/registry.ts";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams(): { view: string[] }[] {
  return [];
}

function draw(theme: string, page: LoadedPage): React.ReactElement {
  const family = familyOf(theme);
  switch (page.type) {
    case "home":
      return family.Home(page.view);
    case "list":
      return family.List(page.view);
    case "article":
      return family.Article(page.view);
    case "absence":
      return family.Absence(page.view);
    case "site-map":
      return family.SiteMap(page.view);
    case "statement":
      return family.Statement(page.view);
    case "leave":
      return family.Leave(page.view);
  }
}

type Props = { params: Promise<{ site: string; variant: string; locale: string; view: string[] }> };

export default async function SitePage({ params }: Props) {
  const inner = readInner(await params);
  if (!inner) throw new Error("middleware never makes such an address");
  const page = await loadPage(inner.place, inner.page);
  return draw(page.theme, page);
}
