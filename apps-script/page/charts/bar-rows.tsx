import { Drawing } from "./chart";
import { fillOf } from "./patterns";
import { widthOf } from "./text-width";

/** A part of a bar: how much, and by which pattern. */
export interface BarPart {
  readonly name: string;
  readonly value: number;
  readonly pattern: number;
}

interface BarRow {
  readonly label: string;
  readonly parts: readonly BarPart[];
  /** A line across the bar, such as a limit. */
  readonly mark: number | null;
  /** Stands behind the bar. */
  readonly said: string;
}

interface BarRowsProps {
  readonly title: string;
  readonly rows: readonly BarRow[];
  readonly width: number;
}

const [ROW, BAR, LETTER] = [22, 15, 12];

/** Bars that lie below each other, each with its label, its parts, a mark and a number. */
export function BarRows({ title, rows, width }: BarRowsProps) {
  const labels = Math.min(130, Math.round(width * 0.38));
  const numbers = 8 + LETTER * 0.62 * Math.max(0, ...rows.map(({ said }) => widthOf(said)));
  const most = Math.max(1, ...rows.map(({ parts, mark }) => Math.max(mark ?? 0, sumOf(parts))));
  const scale = (width - labels - numbers) / most;
  return (
    <Drawing title={title} width={width} height={rows.length * ROW + 2}>
      {rows.map((row, index) => (
        <g key={index} transform={`translate(0 ${index * ROW})`}>
          <text x={labels - 6} y={BAR} text-anchor="end">
            {cut(row.label, Math.floor((labels - 6) / LETTER))}
            <title>{row.label}</title>
          </text>
          <g transform={`translate(${labels} 0)`}>
            <Bar row={row} scale={scale} />
          </g>
        </g>
      ))}
    </Drawing>
  );
}

function Bar({ row: { parts, mark, said }, scale }: { readonly row: BarRow; readonly scale: number }) {
  const end = Math.max(sumOf(parts), mark ?? 0) * scale;
  return (
    <>
      {parts.map(({ name, value, pattern }, index) => {
        const [from, long] = [sumOf(parts.slice(0, index)) * scale, value * scale];
        return (
          <g key={name}>
            <rect class="part" x={from} y={3} width={long} height={BAR} fill={fillOf(pattern)}>
              <title>{`${name} ${value}`}</title>
            </rect>
            {parts.length > 1 && long >= String(value).length * 8 + 6 ? (
              <text class="on" x={from + long / 2} y={BAR} text-anchor="middle">
                {value}
              </text>
            ) : null}
          </g>
        );
      })}
      {mark === null ? null : <path class="mark" d={`M${mark * scale} 0V${BAR + 6}`} />}
      <text x={end + 6} y={BAR}>
        {said}
      </text>
    </>
  );
}

const sumOf = (parts: readonly BarPart[]): number => parts.reduce((sum, { value }) => sum + value, 0);

/** How wide a text is in figures; a Chinese character is as wide as two. */

const cut = (text: string, most: number): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join("")}…` : text;
