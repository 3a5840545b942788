import type { BoardClass, BoardView } from "../../domain/views/board";
import { BarRows } from "../charts/bar-rows";
import { Calendar, PointLegend } from "../charts/calendar";
import { Chart } from "../charts/chart";
import { Columns } from "../charts/columns";
import * as say from "../wording/board-screen";
import { range } from "../wording/class-screen";

interface BoardProps {
  readonly view: BoardView;
}

/** Who is in each class by 到期提示, against its seats. */
export function SeatsChart({ view: { classes, lights: all } }: BoardProps) {
  const shown = new Set(classes.flatMap((one) => one.lights.map(({ name }) => name)));
  const lights = all.flatMap(({ name }) => (shown.has(name) ? [name] : []));
  const rows = classes.map(({ name, isOpen, seats, lights: own }) => ({
    label: name,
    parts: own.map((light) => ({ name: nameOf(light.name), value: light.count, pattern: lights.indexOf(light.name) })),
    mark: isOpen ? seats.capacity : null,
    said: say.seatsSaid(seats.taken, seats.capacity, isOpen),
  }));
  const countIn = ({ lights: own }: BoardClass, light: string): number => own.find(({ name }) => name === light)?.count ?? 0;
  const table = {
    title: say.seatsTitle,
    headers: [...say.seatColumns, ...lights.map(nameOf)],
    rows: classes.map((one) => [
      titleOf(one),
      one.seats.capacity ?? say.unlimited,
      one.seats.taken,
      one.seats.free ?? say.unlimited,
      ...lights.map((light) => countIn(one, light)),
    ]),
  };
  return (
    <Chart
      title={say.seatsTitle}
      legend={lights.map(nameOf)}
      note={say.seatMark}
      isEmpty={classes.length === 0}
      draw={(width) => <BarRows title={say.seatsTitle} rows={rows} width={width} />}
      tables={[table]}
    />
  );
}

const nameOf = (light: string): string => light || say.noLight;
const titleOf = ({ name, isOpen }: BoardClass): string => (isOpen ? name : say.stopped(name));

/** The plan over the months. */
export function PlanChart({ view: { classes, today } }: BoardProps) {
  const table = {
    title: say.planTitle,
    headers: say.planColumns,
    rows: classes.map((one) => [
      titleOf(one),
      one.deadline ?? "",
      range(one.bookingFrom, one.bookingTo),
      one.reportIn ?? "",
      range(one.studyFrom, one.studyTo),
    ]),
  };
  const draw = (width: number) => (
    <>
      <PointLegend />
      <Calendar title={say.planTitle} classes={classes} today={today} width={width} />
    </>
  );
  return (
    <Chart
      title={say.planTitle}
      legend={[say.marks.study, say.marks.window]}
      isEmpty={classes.length === 0}
      draw={draw}
      tables={[table]}
    />
  );
}

/** Certificates by the month of their retraining, against the seats for that month. */
export function ExpiriesChart({ view: { expiries } }: BoardProps) {
  const columns = expiries.map(({ month, due, seats }) => ({
    label: String(month),
    stacks: [
      [{ name: say.expiryParts.due, value: due.count, pattern: 0 }],
      [{ name: say.expiryParts.seats, value: seats ?? 0, pattern: 1 }],
    ],
  }));
  const table = {
    title: say.expiriesTitle,
    headers: say.expiryColumns,
    rows: expiries.map(({ month, due, seats, classes }) => [
      say.monthOf(month),
      due.count,
      say.seatsFor(classes.length, seats),
      classes.join("、"),
    ]),
  };
  return (
    <Chart
      title={say.expiriesTitle}
      legend={[say.expiryParts.due, say.expiryParts.seats]}
      note={expiries.some(({ seats }) => seats === null) ? say.unlimitedNote : null}
      isEmpty={false}
      draw={(width) => <Columns title={say.expiriesTitle} columns={columns} width={width} isCounted />}
      tables={[table]}
    />
  );
}
