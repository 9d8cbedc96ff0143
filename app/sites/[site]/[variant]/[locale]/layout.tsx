import { readInner } from "#lib/routing/inner.ts";
import { htmlAttributes } from "#themes/parts/html-attributes.ts";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams(): { site: string; variant: string; locale: string }[] {
  return [];
}

type Props = {
  children: React.ReactNode;
  params: Promise<{ site: string; variant: string; locale: string }>;
};

export default async function SiteLayout({ children, params }: Props) {
  const inner = readInner({ ...(await params), view: ["home"] });
  if (!inner) throw new Error("middleware never makes such an address");
  const { variant, locale } = inner.place;
  return (
    <html {...htmlAttributes(variant, locale)}>
      <body>{children}</body>
    </html>
  );
}
