import type { AskedView, Translate } from "#themes/contract.ts";
import type { SearchLook } from "#themes/search/look.ts";

type FieldProps = { name: string; words: string; children: React.ReactNode };

function Field({ name, words, children }: FieldProps) {
  return (
    <p>
      <label className="block leading-tight" htmlFor={name}>
        {words}
      </label>
      {children}
    </p>
  );
}

type AdvancedSearchProps = { t: Translate; asked: AskedView; look: SearchLook };

/** Fields for those who know more than words, closed until wanted or in use. @rule C42 */
export function AdvancedSearch({ t, asked, look }: AdvancedSearchProps) {
  const field = `${look.field} mt-1 w-full`;
  return (
    <details className="pt-3" open={asked.hasAdvanced}>
      <summary className={look.summary}>
        {t("search.advanced.title")}
        <span className="chevron" aria-hidden />
      </summary>
      <div className="grid gap-4 pt-2 sm:grid-cols-2 care:grid-cols-1">
        <Field name="number" words={t("search.advanced.number")}>
          <input
            className={field}
            id="number"
            name="number"
            type="text"
            defaultValue={asked.number}
          />
        </Field>
        <Field name="field" words={t("search.advanced.field")}>
          <select className={field} id="field" name="field" defaultValue={asked.field}>
            <option value="all">{t("search.advanced.all")}</option>
            <option value="title">{t("search.advanced.in-title")}</option>
            <option value="body">{t("search.advanced.in-body")}</option>
          </select>
        </Field>
        <Field name="from" words={t("search.advanced.from")}>
          <input className={field} id="from" name="from" type="date" defaultValue={asked.from} />
        </Field>
        <Field name="to" words={t("search.advanced.to")}>
          <input className={field} id="to" name="to" type="date" defaultValue={asked.to} />
        </Field>
        <p className="sm:col-span-2 care:col-span-1">
          <label className="inline-flex hit items-center gap-3">
            <input
              className="h-6 w-6 care:h-12 care:w-12"
              name="exact"
              type="checkbox"
              value="1"
              defaultChecked={asked.isExact}
            />
            {t("search.advanced.exact")}
          </label>
        </p>
      </div>
      <button className={look.button} type="submit">
        {t("search.advanced.submit")}
      </button>
    </details>
  );
}
