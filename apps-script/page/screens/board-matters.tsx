import type { BoardView } from "../../domain/views/board";
import { BarRows } from "../charts/bar-rows";
import { Chart } from "../charts/chart";
import { Columns } from "../charts/columns";
import * as say from "../wording/board-screen";

interface BoardProps {
  readonly view: BoardView;
}

/** What is drawn; the tables have everything. */
const [PAPERS_DRAWN, DAYS_DRAWN] = [12, 31];

/** Who is short of which paper, the most first. */
export function PapersChart({ view: { papers } }: BoardProps) {
  const most = [...papers.byPaper].sort((a, b) => b.count - a.count);
  const rows = most.slice(0, PAPERS_DRAWN).map(({ name, count }) => ({
    label: name,
    parts: [{ name, value: count, pattern: 0 }],
    mark: null,
    said: String(count),
  }));
  const tables = [
    { title: say.papersTitle, headers: say.paperColumns, rows: papers.byPaper.map(({ name, count }) => [name, count]) },
    {
      title: say.papersByUnitTitle,
      headers: say.papersByUnitColumns,
      rows: papers.byUnit.map(({ name, count }) => [name || say.noUnit, count]),
    },
  ];
  return (
    <Chart
      title={say.papersTitle}
      legend={[]}
      note={most.length > rows.length ? say.morePapers(most.length - rows.length) : null}
      isEmpty={rows.length === 0}
      draw={(width) => <BarRows title={say.papersTitle} rows={rows} width={width} />}
      tables={tables}
    />
  );
}

/** What came in, by day and by how it came. */
export function MoneyChart({ view: { money } }: BoardProps) {
  const methods = money.byMethod.map(({ method }) => method);
  const drawn = money.byDay.slice(-DAYS_DRAWN);
  const columns = drawn.map(({ day, byMethod }) => ({
    label: day === null ? say.noDay : day.slice(5),
    stacks: [byMethod.map(({ method, amount }) => ({ name: method, value: amount, pattern: methods.indexOf(method) }))],
  }));
  const amountBy = (sums: (typeof money)["byMethod"], method: string): number | string =>
    sums.find((one) => one.method === method)?.amount ?? "";
  const rows = money.byDay.map(({ day, byMethod, total }) => [
    day ?? say.noDay,
    ...methods.map((method) => amountBy(byMethod, method)),
    total,
  ]);
  const sums = {
    title: say.byMethodTitle,
    headers: say.byMethodColumns,
    rows: money.byMethod.map((one) => [one.method, one.amount]),
  };
  return (
    <Chart
      title={say.moneyTitle}
      legend={methods}
      note={money.byDay.length > drawn.length ? say.lastDays(drawn.length, money.byDay.length) : null}
      isEmpty={drawn.length === 0}
      draw={(width) => <Columns title={say.moneyTitle} columns={columns} width={width} isCounted={false} />}
      tables={[sums, { title: say.moneyTitle, headers: [say.moneyDay, ...methods, say.total], rows }]}
    />
  );
}

/** Which units' files are back. */
export function FilesChart({ view: { files } }: BoardProps) {
  const parts = [
    { name: say.files.back, units: files.back },
    { name: say.files.waitedFor, units: files.waitedFor },
    { name: say.files.unsent, units: files.unsent },
  ];
  const rows = parts.map(({ name, units }, pattern) => ({
    label: name,
    parts: [{ name, value: units.length, pattern }],
    mark: null,
    said: String(units.length),
  }));
  return (
    <Chart
      title={say.filesTitle}
      legend={[]}
      isEmpty={parts.every(({ units }) => units.length === 0)}
      draw={(width) => <BarRows title={say.filesTitle} rows={rows} width={width} />}
      tables={[
        {
          title: say.filesTitle,
          headers: say.fileColumns,
          rows: parts.map(({ name, units }) => [name, units.length, units.join("、")]),
        },
      ]}
    />
  );
}
