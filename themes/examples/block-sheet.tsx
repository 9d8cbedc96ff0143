import type { Look } from "#themes/examples/frame.ts";

/** One block of a family as it is meant to be used, under the name of the file it lives in. */
export type BlockExample = {
  name: string;
  /** What it is for, in a sentence for whoever composes a page. */
  use: string;
  draw: (look: Look) => React.ReactElement;
};

type BlockSheetProps = { family: string; look: Look; blocks: readonly BlockExample[] };

/** All blocks of a family below each other, each under its name: the page to choose from. */
export function BlockSheet({ family, look, blocks }: BlockSheetProps) {
  return (
    <>
      {look.stylesheets.map((href) => (
        <link key={href} precedence="theme" rel="stylesheet" href={href} />
      ))}
      <main className="mx-auto max-w-page px-4 py-8 lg:px-8">
        <h1 className="text-head font-bold">{family}</h1>
        {blocks.map(({ name, use, draw }) => (
          <section key={name} aria-label={name}>
            <h2 className="mt-10 border-t border-ctl pt-2 text-note text-ink2">
              <b className="text-ink">{name}</b> {use}
            </h2>
            <div className="pt-4">{draw(look)}</div>
          </section>
        ))}
      </main>
    </>
  );
}
