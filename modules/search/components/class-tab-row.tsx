import type { Say } from "#components/desk/say.ts";
import type { TabRow } from "#modules/search/components/class-tabs-form.tsx";
import { CURATION } from "#modules/search/domain/settings.ts";

type Props = {
  row: TabRow;
  isFirst: boolean;
  isLast: boolean;
  say: Say;
  onChange: (row: TabRow) => void;
  onMove: (by: 1 | -1) => void;
};

export function ClassTabRow({ row, isFirst, isLast, say, onChange, onMove }: Props) {
  const { usual } = row;
  return (
    <li>
      <label className="check">
        <input
          className="check-box"
          type="checkbox"
          checked={row.isShown}
          onChange={(event) => onChange({ ...row, isShown: event.target.checked })}
        />
        {say("classes.shown", { name: usual })}
      </label>
      <input
        className="tab-name"
        value={row.name}
        maxLength={CURATION.tabCharacters}
        placeholder={usual}
        autoComplete="off"
        aria-label={say("classes.name", { name: usual })}
        onChange={(event) => onChange({ ...row, name: event.target.value })}
      />
      <span className="row-acts">
        <button
          type="button"
          className="plain"
          disabled={isFirst}
          aria-label={say("classes.up", { name: usual })}
          onClick={() => onMove(-1)}
        >
          {say("classes.up-short")}
        </button>
        <button
          type="button"
          className="plain"
          disabled={isLast}
          aria-label={say("classes.down", { name: usual })}
          onClick={() => onMove(1)}
        >
          {say("classes.down-short")}
        </button>
      </span>
    </li>
  );
}
