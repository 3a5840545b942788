import type { ComponentChild } from "preact";
import { DataTable } from "../parts/data-table";
import * as say from "../wording/board-screen";
import { fillOf } from "./patterns";
import { useWidth } from "./use-width";

interface ChartProps {
  readonly title: string;
  /** Names of the patterns, in their order. */
  readonly legend: readonly string[];
  readonly note?: string | null;
  /** Nothing is drawn of it. */
  readonly isEmpty: boolean;
  readonly draw: (width: number) => ComponentChild;
  /** The same numbers in full. */
  readonly tables: readonly {
    readonly title: string;
    readonly headers: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  }[];
}

/** A drawing with its title and legend, and the same as a table. */
export function Chart({ title, legend, note = null, isEmpty, draw, tables }: ChartProps) {
  const { place, width } = useWidth();
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {isEmpty ? null : (
        <ul class="legend">
          {legend.map((name, index) => (
            <li key={name}>
              <svg width="16" height="12" aria-hidden="true">
                <rect x="0.5" y="0.5" width="15" height="11" fill={fillOf(index)} class="part" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div class="drawing" ref={place}>
        {isEmpty ? <p class="hint">{say.noData}</p> : draw(width)}
      </div>
      {note === null ? null : <p class="hint">{note}</p>}
      <details>
        <summary>{say.AS_TABLE}</summary>
        {tables.map((table) => (
          <DataTable key={table.title} {...table} />
        ))}
      </details>
    </figure>
  );
}

interface DrawingProps {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChild;
}

/** What is drawn, in pixels. It shrinks with its place, as on paper. */
export function Drawing({ title, width, height, children }: DrawingProps) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say.chartLabel(title)}>
      {children}
    </svg>
  );
}
