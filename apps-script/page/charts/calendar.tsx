import { addMonths, type Day, daysBetween, partsOf } from "../../domain/days/civil-day";
import type { ClassLine } from "../../domain/views/lines";
import * as say from "../wording/board-screen";
import { Drawing } from "./chart";
import { fillOf } from "./patterns";

interface CalendarProps {
  readonly title: string;
  readonly classes: readonly ClassLine[];
  readonly today: Day;
  readonly width: number;
}

const [ROW, HEAD, LETTER] = [20, 20, 12];
/** The patterns of windows and of days of study. */
export const [WINDOW, STUDY] = [1, 0];

/** The plan over the months: a line a class with its window, deadline, day of report and days of study; and today. */
export function Calendar({ title, classes, today, width }: CalendarProps) {
  const labels = Math.min(112, Math.round(width * 0.36));
  const days = classes.flatMap(daysOf);
  const months = monthsOf([...days, today].sort());
  const [first, last] = [months[0] ?? today, addMonths(months[months.length - 1] ?? today, 1)];
  const x = (day: Day): number => labels + (daysBetween(first, day) / daysBetween(first, last)) * (width - labels - 4);
  const height = HEAD + classes.length * ROW + 16;
  const every = Math.ceil((LETTER * 2.2) / ((width - labels) / months.length));
  return (
    <Drawing title={title} width={width} height={height}>
      {months.map((month, index) => (
        <g key={month}>
          <path class="grid" d={`M${x(month)} ${HEAD - 4}V${height - 16}`} />
          {index % every === 0 ? (
            <text x={x(month) + 2} y={HEAD - 7}>
              {say.monthOf(partsOf(month).month)}
            </text>
          ) : null}
        </g>
      ))}
      {classes.map((one, index) => (
        <g key={one.key} transform={`translate(0 ${HEAD + index * ROW})`}>
          <text x={labels - 6} y={ROW - 6} text-anchor="end" class={one.isOpen ? "" : "stopped"}>
            {one.name}
          </text>
          {one.isOpen ? <ClassDays one={one} x={x} /> : null}
        </g>
      ))}
      <path class="mark" d={`M${x(today)} ${HEAD - 4}V${height - 16}`} />
      <text class="on" x={Math.min(width - LETTER - 4, x(today))} y={height - 3} text-anchor="middle">
        {say.marks.today}
      </text>
    </Drawing>
  );
}

function ClassDays({ one, x }: { readonly one: ClassLine; readonly x: (day: Day) => number }) {
  const { name, deadline, bookingFrom, bookingTo, reportIn, studyFrom, studyTo } = one;
  return (
    <>
      <Span title={`${name} ${say.marks.window}`} from={bookingFrom} to={bookingTo} x={x} pattern={WINDOW} />
      <Span title={`${name} ${say.marks.study}`} from={studyFrom} to={studyTo} x={x} pattern={STUDY} />
      {deadline === null ? null : <path class="point" d={pathAt(DIAMOND, x(deadline))} />}
      {reportIn === null ? null : <path class="point" d={pathAt(TRIANGLE, x(reportIn))} />}
    </>
  );
}

interface SpanProps {
  readonly title: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly x: (day: Day) => number;
  readonly pattern: number;
}

function Span({ title, from, to, x, pattern }: SpanProps) {
  const [start, end] = [from ?? to, to ?? from];
  if (start === null || end === null) return null;
  return (
    <rect class="part" x={x(start)} y={4} width={Math.max(3, x(end) - x(start))} height={ROW - 8} fill={fillOf(pattern)}>
      <title>{`${title} ${start} ${end}`}</title>
    </rect>
  );
}

const DIAMOND = "l4 5l-4 5l-4 -5z";
const TRIANGLE = "l4 9h-8z";
const pathAt = (shape: string, x: number): string => `M${x} ${ROW / 2 - 5}${shape}`;

/** The points of the calendar, for its legend. */
export function PointLegend() {
  const points = [
    [DIAMOND, say.marks.deadline],
    [TRIANGLE, say.marks.reportIn],
  ] as const;
  return (
    <ul class="legend">
      {points.map(([shape, name]) => (
        <li key={name}>
          <svg width="12" height="12" aria-hidden="true">
            <path class="point" d={`M6 1${shape}`} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function daysOf({ isOpen, deadline, bookingFrom, bookingTo, reportIn, studyFrom, studyTo }: ClassLine): Day[] {
  if (!isOpen) return [];
  return [deadline, bookingFrom, bookingTo, reportIn, studyFrom, studyTo].flatMap((day) => (day === null ? [] : [day]));
}

/** The first days of the months from the first day to the last. */
function monthsOf(days: readonly Day[]): readonly Day[] {
  const [first = "", last = ""] = [days[0], days[days.length - 1]];
  const start = `${first.slice(0, 7)}-01`;
  const count = Math.floor(daysBetween(start, last) / SHORTEST_MONTH) + 1;
  return Array.from({ length: count }, (_, index) => addMonths(start, index)).filter((month) => month <= last);
}

const SHORTEST_MONTH = 28;
