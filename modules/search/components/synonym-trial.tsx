import type { Say } from "#components/desk/say.ts";
import type { Trial } from "#modules/search/curation/commands/trial.ts";

type Props = { word: string; trial: Trial; say: Say };

/** What a search finds without the synonym and with it, beside each other. */
export function SynonymTrial({ word, trial, say }: Props) {
  const columns = [
    { key: "before", name: say("words.trial-before"), found: trial.before },
    { key: "after", name: say("words.trial-after"), found: trial.after },
  ];
  return (
    <section className="trial" aria-label={say("words.trial", { word })}>
      {columns.map(({ key, name, found }) => (
        <div key={key}>
          <h3>{name}</h3>
          {found.titles.length === 0 ? (
            <p>{say("words.trial-none")}</p>
          ) : (
            <>
              <p>{say("words.trial-count", { count: found.total })}</p>
              <ol>
                {found.titles.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ol>
            </>
          )}
        </div>
      ))}
    </section>
  );
}
