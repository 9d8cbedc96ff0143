"use client";

import { Fragment, useState } from "react";
import { EditionActs } from "#modules/resources/components/edition-acts.tsx";
import { EditionForm } from "#modules/resources/components/edition-form.tsx";
import { EditionReading } from "#modules/resources/components/edition-reading.tsx";
import type { EditionView } from "#modules/resources/drafts/loaders.ts";

type Props = {
  screen: EditionView;
  words: Record<string, string>;
  editorWords: Record<string, string>;
};

/** The editor or the reader of one edition, and the acts beside it. */
export function EditionScreen({ screen, words, editorWords }: Props) {
  const { detail, may } = screen;
  /** Saves what is on the screen; acts wait for it. The form replaces it once it is there. */
  const [save, setSave] = useState<() => Promise<boolean>>(() => () => Promise.resolve(true));
  const number = (words["edit.round"] ?? "").replace("{{number}}", String(detail.number));
  return (
    <div className="edition">
      <p className="quiet">
        {number} · {words[`state.${detail.state}`]}
        {detail.state === "in_review" &&
          ` · ${(words["edit.reviewing"] ?? "").replace("{{step}}", String(detail.step))}`}
        {screen.addresses.map((address) => (
          <Fragment key={address}>
            {" · "}
            <a href={address}>{words["edit.view-live"]}</a>
          </Fragment>
        ))}
      </p>
      {may.edit ? (
        <EditionForm
          screen={screen}
          words={words}
          editorWords={editorWords}
          onReady={(act) => setSave(() => act)}
        />
      ) : (
        <EditionReading screen={screen} words={words} />
      )}
      <EditionActs screen={screen} words={words} save={save} />
    </div>
  );
}
