import type { FrameView } from "#themes/contract.ts";
import { Question, SearchArea } from "#themes/parts/search-area.tsx";

type SearchBoxProps = {
  frame: FrameView;
  className: string;
  fieldClass: string;
  buttonClass: string;
  /** Seen in care; elsewhere the button beside the field names it. */
  labelClass?: string;
};

/** The search of every page's header. @rule C04 */
export function SearchBox(props: SearchBoxProps) {
  const { search, t } = props.frame;
  if (!search) return null;
  const { className, fieldClass, buttonClass, labelClass = "unseen" } = props;
  return (
    <SearchArea t={t} target={search} className={className}>
      <label className={labelClass} htmlFor="q">
        {t("search.input")}
      </label>
      <Question
        t={t}
        target={search}
        hasPlaceholder={labelClass === "unseen"}
        fieldClass={fieldClass}
        buttonClass={buttonClass}
      />
    </SearchArea>
  );
}
