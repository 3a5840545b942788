import { median, type Sample } from "./measure";

/** A number held against a goal: a ratio to another job, or megabytes. */
export interface Mark {
  readonly of: string;
  readonly value: number;
  readonly atMost?: number;
  readonly met?: boolean;
}

/** One line of the table: a job at a size. Times in milliseconds, memory in megabytes. */
export interface Row {
  readonly what: string;
  readonly job: string;
  readonly ms: { readonly median: number; readonly min: number; readonly max: number; readonly all: readonly number[] };
  readonly cpuMs: number | null;
  readonly peakMb: number;
  readonly marks: readonly Mark[];
}

export function rowOf(what: string, job: string, samples: readonly Sample[], marks: readonly Mark[] = []): Row {
  const all = samples.map(({ ms }) => ms);
  const ms = { median: median(all), min: Math.min(...all), max: Math.max(...all), all };
  const cpu = samples.flatMap(({ cpuMs }) => cpuMs ?? []);
  return {
    what,
    job,
    ms,
    cpuMs: cpu.length > 0 ? median(cpu) : null,
    peakMb: median(samples.map(({ peakMb }) => peakMb)),
    marks,
  };
}

/** The ratio of medians. */
export function ratioTo(of: string, samples: readonly Sample[], others: readonly Sample[], atMost?: number): Mark {
  return mark(`× ${of}`, median(samples.map(({ ms }) => ms)) / median(others.map(({ ms }) => ms)), atMost);
}

/** The highest peak of all rounds: a limit of memory holds always or not at all. */
export function memory(samples: readonly Sample[], atMost: number): Mark {
  return mark("MB", Math.max(...samples.map(({ peakMb }) => peakMb)), atMost);
}

/** The processor time beyond that of a process with nothing to do, against milliseconds that must not be passed. */
export function within(samples: readonly Sample[], idle: readonly Sample[], atMost: number): Mark {
  return mark("ms of its own", Math.max(0, processorTime(samples) - processorTime(idle)), atMost);
}

const processorTime = (samples: readonly Sample[]): number => median(samples.map(({ cpuMs = Number.NaN }) => cpuMs));

/** How many a second, by the median. */
export function rate(of: string, done: number, samples: readonly Sample[]): Mark {
  return mark(of, (done / median(samples.map(({ ms }) => ms))) * 1000);
}

/** A plain number. */
export function number(of: string, value: number, atMost?: number): Mark {
  return mark(of, value, atMost);
}

function mark(of: string, value: number, atMost?: number): Mark {
  return atMost === undefined ? { of, value } : { of, value, atMost, met: value <= atMost };
}

const HEADER = ["part", "what", "job", "median", "min–max", "cpu", "peak", "ratios and goals"];

/** All parts as one table of fixed-width text. */
export function tableText(parts: Readonly<Record<string, readonly Row[]>>): string {
  const lines = Object.entries(parts).flatMap(([part, rows]) =>
    rows.map(({ what, job, ms, cpuMs, peakMb, marks }) => [
      part,
      what,
      job,
      timeText(ms.median),
      `${timeText(ms.min)}–${timeText(ms.max)}`,
      cpuMs === null ? "" : timeText(cpuMs),
      `${Math.round(peakMb)} MB`,
      marks.map(markText).join("; "),
    ]),
  );
  const all = [HEADER, ...lines];
  const widths = HEADER.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const isRight = (column: number): boolean => column > 2 && column < 7;
  const padded = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return isRight(column) ? cell.padStart(width) : cell.padEnd(width);
  };
  return all.map((line) => line.map(padded).join("  ").trimEnd()).join("\n");
}

function markText({ of, value, atMost, met }: Mark): string {
  const text = value >= 99.5 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(2);
  return `${text} ${of}${atMost === undefined ? "" : ` (≤ ${atMost} ${met ? "met" : "MISSED"})`}`;
}

function timeText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms >= 100 ? Math.round(ms) : ms.toFixed(1)} ms`;
}
