import { Headline } from "#components/ui/headline.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { BlockView } from "#themes/contract.ts";

/** One centred headline over the whole width, then the other leads in a ruled row of three. */
export function Lead({ block }: { block: BlockView }) {
  const [first, ...others] = block.items;
  if (!first) return null;
  return (
    <section className="pt-8 lg:pt-10" aria-labelledby="lead">
      <div className="mx-auto max-w-measure text-center lg:max-w-none">
        <h2 className="font-serif text-lead leading-tight font-bold" id="lead">
          <a href={first.href}>
            <Headline text={first.title} />
          </a>
        </h2>
        {first.summary ? (
          <p className="mx-auto max-w-measure pt-3 text-balance text-ink2">{first.summary}</p>
        ) : null}
        <p className="pt-2 text-note text-ink2">
          <Moment at={first.publishedAt} />
        </p>
      </div>
      {others.length > 0 ? (
        <ul className="mt-7 grid border-y border-line lg:grid-cols-3 lg:py-5">
          {others.map((item) => (
            <li
              className="relative border-line py-3 max-lg:not-last:border-b lg:px-5 lg:py-1 lg:not-nth-[3n]:border-e lg:nth-[3n]:pe-0 lg:nth-[3n+1]:ps-0 lg:nth-[n+4]:mt-4 lg:nth-[n+4]:border-t lg:nth-[n+4]:pt-4"
              key={item.href}
            >
              <h3 className="font-serif text-body leading-tight font-bold">
                <a className="row-link" href={item.href}>
                  <Headline text={item.title} />
                </a>
              </h3>
              <Moment
                className="block pt-1.5 text-note leading-item text-ink2"
                at={item.publishedAt}
                isDayOnly
              />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
