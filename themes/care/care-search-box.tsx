import type { FrameView } from "#themes/contract.ts";
import { SearchBox } from "#themes/parts/search-box.tsx";

/**
 * Search on the pages where one starts looking: home, map, nothing here. Lists and articles are kept
 * short to walk through (K9), and their first crumb leads to it.
 */
export function CareSearchBox({ frame }: { frame: FrameView }) {
  return (
    <SearchBox
      frame={frame}
      className="flex flex-wrap gap-3 pt-8"
      labelClass="w-full leading-tight font-bold"
      fieldClass="hit-main w-0 flex-1 border-2 border-ctl px-3"
      buttonClass="hit-main border-3 border-main bg-main px-5 font-bold text-on-main"
    />
  );
}
