import type { Entry, EntryContext } from "./parse-entry";
import { serialOfDay } from "./serial-days";

interface Spelling {
  readonly pattern: RegExp;
  readonly format: (separator: string) => string;
  readonly chinese?: true;
}

const SPELLINGS: readonly Spelling[] = [
  { pattern: /^(?<y>\d{4})(?<s>[-/])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})$/, format: (s) => (s === "-" ? "yyyy-mm-dd" : "yyyy/m/d") },
  { pattern: /^(?<m>\d{1,2})(?<s>[-/])(?<d>\d{1,2})\k<s>(?<y>\d{4})$/, format: (s) => `m${s}d${s}yyyy` },
  { pattern: /^(?<m>\d{1,2})(?<s>[-/])(?<d>\d{1,2})$/, format: (s) => `m${s}d` },
  { pattern: /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日$/, format: () => 'yyyy"年"m"月"d"日"', chinese: true },
  { pattern: /^(?<m>\d{1,2})月(?<d>\d{1,2})日$/, format: () => 'm"月"d"日"', chinese: true },
];
const TIME = /^(?<h>\d{1,2}):(?<min>\d{2})(?::(?<sec>\d{2}))?(?: ?(?<half>[ap]m))?$/i;

/** Days (`2024-03-15`, `2024/3/15`, `3-4`), times (`8:30`) and both with a blank between. */
export function parseMoment(text: string, context: EntryContext): Entry | null {
  if (!/^\d{1,4}[-/年月:]/.test(text)) return null;
  const [first = "", second, third] = text.includes(" ") ? text.split(/ +(?=\d)/) : [text];
  if (third !== undefined) return null;
  const day = parseDay(first, context);
  if (second === undefined) return day ?? parseTime(first);
  const time = parseTime(second);
  if (!day || !time) return null;
  return { value: Number(day.value) + Number(time.value), numberFormat: `${day.numberFormat} ${time.numberFormat}` };
}

function parseDay(text: string, context: EntryContext): Entry | null {
  for (const { pattern, format, chinese } of SPELLINGS) {
    const groups = chinese && !context.locale.startsWith("zh") ? undefined : pattern.exec(text)?.groups;
    if (!groups) continue;
    const serial = serialOfDay(Number(groups.y ?? context.year), Number(groups.m), Number(groups.d));
    if (serial !== null) return { value: serial, numberFormat: format(groups.s ?? "") };
  }
  return null;
}

function parseTime(text: string): Entry | null {
  const groups = TIME.exec(text)?.groups;
  if (!groups) return null;
  const half = groups.half?.toLowerCase();
  const hours = half ? (Number(groups.h) % 12) + (half === "pm" ? 12 : 0) : Number(groups.h);
  const minutes = Number(groups.min);
  const seconds = Number(groups.sec ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const format = `h:mm${groups.sec === undefined ? "" : ":ss"}${half ? " AM/PM" : ""}`;
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86_400, numberFormat: format };
}
