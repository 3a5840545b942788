import { EXCHANGES } from "../../domain/schema/index";
import type { FileLine } from "../../domain/views/unit";
import { DataTable } from "../parts/data-table";
import { timeOf } from "../report/time-of";
import * as say from "../wording/unit-screen";

const { columns } = EXCHANGES;
const COUNTS = ["people", "added", "updated", "conflicts", "refused"] as const;
const HEADERS = [columns.time, columns.direction, columns.file, ...COUNTS.map((name) => columns[name])].map(({ title }) => title);

/** 往来 of a unit, the newest first. */
export function UnitFiles({ files }: { readonly files: readonly FileLine[] }) {
  if (files.length === 0) return <p class="hint">{say.noFiles}</p>;
  const rows = files.map((line) => [
    timeOf(line.time ?? ""),
    line.direction ?? "",
    line.file ?? "",
    ...COUNTS.map((name) => line[name] ?? ""),
  ]);
  return <DataTable title={say.filesTitle} headers={HEADERS} rows={rows} />;
}
