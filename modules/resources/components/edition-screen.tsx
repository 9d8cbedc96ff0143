"use client";

import { Fragment, useCallback, useRef } from "react";
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
  /**
   * Saves what is on the screen; acts wait for it. The form replaces it once it is there, which draws nothing
   * again: that would break off a word that an input method is in the middle of (`components/desk/heard.tsx`).
   */
  const save = useRef(() => Promise.resolve(true));
  const takeSave = useCallback((act: () => Promise<boolean>) => {
    save.current = act;
  }, []);
  const number = (words["edit.round"] ?? "").replace("{{number}}", String(detail.number));
  return (
    <div className="edition">
      <p className="quiet">
        {number} · {words[`state.${detail.state}`]}
        {detail.isArchived && ` · ${words["edit.archived"]}`}
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
        <EditionForm screen={screen} words={words} editorWords={editorWords} onReady={takeSave} />
      ) : (
        <EditionReading screen={screen} words={words} />
      )}
      <EditionActs screen={screen} words={words} save={() => save.current()} />
    </div>
  );
}
