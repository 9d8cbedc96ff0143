import { PreviewFrame } from "#modules/resources/components/preview-frame.tsx";
import type { EditionView } from "#modules/resources/drafts/loaders.ts";

type Props = { screen: EditionView; words: Record<string, string> };

/** An edition that cannot be changed now, as citizens will see it. */
export function EditionReading({ screen: { detail }, words }: Props) {
  return (
    <section>
      <h1>{detail.title || words["list.untitled"]}</h1>
      <p className="quiet">{words["edit.read-only"]}</p>
      <PreviewFrame editionId={detail.editionId} revision={detail.revision} words={words} />
    </section>
  );
}
