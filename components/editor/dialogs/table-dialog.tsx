import { useState } from "react";
import { $insertTable } from "../commands/tables.ts";
import { wordOf } from "../editor-words.ts";
import { DialogForm } from "./dialog-form.tsx";
import type { DialogHost } from "./dialog-host.ts";
import { CheckField, Field } from "./field.tsx";

const MAX_ROWS = 50;
const MAX_COLUMNS = 20;

function within(typed: string, most: number): number {
  const number = Number.parseInt(typed, 10);
  return Number.isNaN(number) ? 1 : Math.min(most, Math.max(1, number));
}

export function TableDialog({ words, finish }: DialogHost) {
  const [rows, setRows] = useState("3");
  const [columns, setColumns] = useState("3");
  const [hasHeadRow, setHeadRow] = useState(true);
  const [hasHeadColumn, setHeadColumn] = useState(false);
  const apply = () => {
    const size = { rows: within(rows, MAX_ROWS), columns: within(columns, MAX_COLUMNS) };
    finish(() => $insertTable({ ...size, hasHeadRow, hasHeadColumn }));
  };
  return (
    <DialogForm
      title={wordOf(words, "table.title")}
      words={words}
      onApply={apply}
      onClose={() => finish()}
    >
      <Field
        label={wordOf(words, "table.rows")}
        type="number"
        min={1}
        max={MAX_ROWS}
        value={rows}
        onChange={(event) => setRows(event.target.value)}
      />
      <Field
        label={wordOf(words, "table.columns")}
        type="number"
        min={1}
        max={MAX_COLUMNS}
        value={columns}
        onChange={(event) => setColumns(event.target.value)}
      />
      <CheckField
        label={wordOf(words, "table.head-row")}
        checked={hasHeadRow}
        onChange={(event) => setHeadRow(event.target.checked)}
      />
      <CheckField
        label={wordOf(words, "table.head-column")}
        checked={hasHeadColumn}
        onChange={(event) => setHeadColumn(event.target.checked)}
      />
    </DialogForm>
  );
}
