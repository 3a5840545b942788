import type { BarPart } from "./bar-rows";
import { Drawing } from "./chart";
import { fillOf } from "./patterns";
import { widthOf } from "./text-width";

interface Column {
  readonly label: string;
  /** Stacks beside each other. What is below zero hangs down. */
  readonly stacks: readonly (readonly BarPart[])[];
}

interface ColumnsProps {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly width: number;
  /** Whether each stack says how much it is. */
  readonly isCounted: boolean;
}

const [HEIGHT, TOP, BOTTOM, LETTER] = [170, 16, 20, 7];

/** Columns that stand beside each other, with a line at zero and one at the most. */
export function Columns({ title, columns, width, isCounted }: ColumnsProps) {
  const ends = columns.flatMap(({ stacks }) => stacks.map(endsOf));
  const [least, most] = [Math.min(0, ...ends.map(({ low }) => low)), Math.max(1, ...ends.map(({ high }) => high))];
  const left = 8 + LETTER * Math.max(...[least, most].map((end) => String(end).length));
  const step = (width - left) / columns.length;
  const y = (value: number): number => TOP + ((most - value) / (most - least)) * (HEIGHT - TOP - BOTTOM);
  const widest = LETTER * Math.max(...columns.map(({ label }) => widthOf(label)));
  const every = Math.max(1, Math.ceil((widest + 4) / step));
  const marks = least < 0 ? [most, 0, least] : [most, 0];
  return (
    <Drawing title={title} width={width} height={HEIGHT}>
      {marks.map((value) => (
        <g key={value}>
          <path class="grid" d={`M${left} ${y(value)}H${width}`} />
          <text x={left - 4} y={y(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {columns.map(({ label, stacks }, index) => (
        <g key={label} transform={`translate(${left + index * step} 0)`}>
          {stacks.map((parts, at) => (
            <Stack
              key={at}
              parts={parts}
              x={step * 0.1 + (at * step * 0.8) / stacks.length}
              wide={(step * 0.8) / stacks.length}
              y={y}
              isCounted={isCounted}
            />
          ))}
          {index % every === 0 ? (
            <text x={step / 2} y={HEIGHT - 5} text-anchor={index === 0 && widest > step ? "start" : "middle"}>
              {label}
            </text>
          ) : null}
        </g>
      ))}
    </Drawing>
  );
}

interface StackProps {
  readonly parts: readonly BarPart[];
  readonly x: number;
  readonly wide: number;
  readonly y: (value: number) => number;
  readonly isCounted: boolean;
}

function Stack({ parts, x, wide, y, isCounted }: StackProps) {
  const { high } = endsOf(parts);
  return (
    <>
      {parts.map(({ name, value, pattern }, index) => {
        const same = parts.slice(0, index).filter((one) => one.value < 0 === value < 0);
        const from = same.reduce((sum, one) => sum + one.value, 0);
        const [top, foot] = [y(Math.max(from, from + value)), y(Math.min(from, from + value))];
        return (
          <rect key={name} class="part" x={x} y={top} width={wide} height={foot - top} fill={fillOf(pattern)}>
            <title>{`${name} ${value}`}</title>
          </rect>
        );
      })}
      {isCounted && high > 0 ? (
        <text class="small" x={x + wide / 2} y={y(high) - 3} text-anchor="middle">
          {high}
        </text>
      ) : null}
    </>
  );
}

function endsOf(parts: readonly BarPart[]): { readonly low: number; readonly high: number } {
  const sum = (fits: (value: number) => boolean): number =>
    parts.reduce((total, { value }) => (fits(value) ? total + value : total), 0);
  return { low: sum((value) => value < 0), high: sum((value) => value > 0) };
}
