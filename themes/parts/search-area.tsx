import type { SearchTarget, Translate } from "#themes/contract.ts";

type SearchAreaProps = {
  t: Translate;
  target: SearchTarget;
  className: string;
  children: React.ReactNode;
};

/** The form around a question: plain GET, so it needs no script and its answer has an address. @rule C04 */
export function SearchArea({ t, target, className, children }: SearchAreaProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: kernels of old computers do not know <search>
    <form
      className={className}
      action={target.action}
      method="get"
      role="search"
      id="search"
      tabIndex={-1}
      aria-label={t("search.label")}
      data-suggest={target.suggest?.address}
      data-suggestions={target.suggest ? t("search.suggestions") : undefined}
      data-el="search"
      data-screen
    >
      {target.hidden.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {target.suggest ? <script src={target.suggest.script} defer data-keep="" /> : null}
    </form>
  );
}

type QuestionProps = {
  t: Translate;
  target: SearchTarget;
  asked?: string;
  hasPlaceholder?: boolean;
  fieldClass: string;
  buttonClass: string;
};

/** The field and its button. Whoever draws it also draws the label of `q`. */
export function Question(props: QuestionProps) {
  const { t, target, asked, hasPlaceholder = false, fieldClass, buttonClass } = props;
  return (
    <>
      <input
        className={fieldClass}
        id="q"
        name="q"
        type="search"
        maxLength={target.maxLength}
        defaultValue={asked}
        placeholder={hasPlaceholder ? t("search.placeholder") : undefined}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button className={buttonClass} type="submit">
        {t("search.button")}
      </button>
    </>
  );
}
