import { readInner } from "#lib/routing/inner.ts";
import { htmlAttributes } from "#themes/parts/html-attributes.ts";

/** An answer to one reader: drawn when it is asked for. */
export const dynamic = "force-dynamic";

type Props = {
  children: React.ReactNode;
  params: Promise<{ site: string; variant: string; locale: string }>;
};

export default async function SearchLayout({ children, params }: Props) {
  const inner = readInner({ ...(await params), view: ["home"] });
  if (!inner) throw new Error("middleware never makes such an address");
  const { variant, locale } = inner.place;
  return (
    <html {...htmlAttributes(variant, locale)}>
      <body>{children}</body>
    </html>
  );
}
