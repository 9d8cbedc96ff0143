import type { FrameView } from "#themes/contract.ts";

/**
 * First thing on every page: React lifts title, meta and links into `<head>`. The stylesheets stay
 * where they are drawn, before all content, so that nothing shows unstyled. @rule GL-15
 */
export function DocumentHead({ frame }: { frame: FrameView }) {
  const isCare = frame.variant.mode === "care";
  return (
    <>
      <title>{frame.documentTitle}</title>
      {frame.meta.map(({ name, content }) => (
        <meta key={`${name} ${content}`} name={name} content={content} />
      ))}
      <link rel="canonical" href={frame.canonical} />
      {isCare ? null : (
        <link rel="alternate" href={frame.switchHref} title={frame.t("site.care.title")} />
      )}
      {frame.feeds.map(({ type, title, href }) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
      <link rel="icon" type="image/svg+xml" href="/marks/icon.svg" />
      {frame.stylesheets.map((href) => (
        <link key={href} precedence="theme" rel="stylesheet" href={href} />
      ))}
    </>
  );
}
