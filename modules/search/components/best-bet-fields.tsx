import type { Say } from "#components/desk/say.ts";
import type { BestBetRow } from "#modules/search/curation/queries/best-bets.ts";
import { CURATION } from "#modules/search/domain/settings.ts";

type Props = {
  site: { id: number; name: string };
  row: BestBetRow | null;
  siteId: number | null;
  mayCurateGroup: boolean;
  say: Say;
  onSite: (siteId: number | null) => void;
  /** What is recommended: between the questions and the days. */
  children: React.ReactNode;
};

const GROUP = "group";

export function BestBetFields({ site, row, siteId, mayCurateGroup, say, onSite, children }: Props) {
  return (
    <>
      <label htmlFor="questions">{say("edit.questions")}</label>
      <p className="quiet" id="questions-hint">
        {say("edit.questions-hint")}
      </p>
      <textarea
        id="questions"
        name="questions"
        rows={3}
        required
        aria-describedby="questions-hint"
        defaultValue={row?.questions.join("\n") ?? ""}
      />
      {mayCurateGroup && (
        <>
          <label htmlFor="where">{say("edit.siteId")}</label>
          <select
            id="where"
            value={siteId === null ? GROUP : String(siteId)}
            onChange={(event) => onSite(event.target.value === GROUP ? null : site.id)}
          >
            <option value={site.id}>{site.name}</option>
            <option value={GROUP}>{say("best-bets.group")}</option>
          </select>
        </>
      )}
      {children}
      <div className="days">
        <p>
          <label htmlFor="from">{say("edit.from")}</label>
          <input id="from" name="from" type="date" defaultValue={row?.from ?? ""} />
        </p>
        <p>
          <label htmlFor="until">{say("edit.until")}</label>
          <input id="until" name="until" type="date" defaultValue={row?.until ?? ""} />
        </p>
      </div>
      <label htmlFor="reason">{say("edit.reason")}</label>
      <input
        id="reason"
        name="reason"
        required
        minLength={2}
        maxLength={CURATION.reasonCharacters}
        autoComplete="off"
        defaultValue={row?.reason ?? ""}
      />
    </>
  );
}
