import { parseVariantSegment, STANDARD } from "#lib/routing/variant.ts";
import { htmlAttributes } from "#themes/parts/html-attributes.ts";

export const dynamic = "force-dynamic";

type Props = { children: React.ReactNode; params: Promise<{ variant: string }> };

export default async function PreviewLayout({ children, params }: Props) {
  const variant = parseVariantSegment((await params).variant) ?? STANDARD;
  return (
    <html {...htmlAttributes(variant, "zh-CN")}>
      <body>{children}</body>
    </html>
  );
}
