import type { FrameView } from "#themes/contract.ts";

/** Said first on every page that a machine has written anew. */
function Converted({ frame: { locale, t } }: { frame: FrameView }) {
  if (locale !== "zh-Hant") return null;
  return (
    <section
      className="bg-paper px-4 py-1 text-center text-note leading-item"
      aria-label={t("site.languages.label")}
      data-el="converted"
    >
      <p>{t("site.languages.converted")}</p>
    </section>
  );
}

/**
 * First thing on every page: React lifts title, meta and links into `<head>`. The stylesheets stay
 * where they are drawn, before all content, so that nothing shows unstyled. @rule GL-15
 */
export function DocumentHead({ frame }: { frame: FrameView }) {
  const { languages } = frame;
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
      {isCare
        ? null
        : languages.map(({ locale, href }) => (
            <link
              key={locale}
              rel="alternate"
              hrefLang={locale}
              href={`${frame.site.origin}${href}`}
            />
          ))}
      <link rel="icon" type="image/svg+xml" href="/marks/icon.svg" />
      {frame.stylesheets.map((href) => (
        <link key={href} precedence="theme" rel="stylesheet" href={href} />
      ))}
      <Converted frame={frame} />
    </>
  );
}
