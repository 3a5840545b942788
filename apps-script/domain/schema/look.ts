import {
  ANSWER,
  BOOKING,
  CARD,
  CLASS_STATE,
  DAY_KIND,
  EXAM,
  FEE_STATE,
  LIGHT,
  type Light,
  PAPER_ANSWER,
  SEVERITY,
  TO_CONFIRM,
} from "./allowed";
import type { Column, Numbers, Owner, Table } from "./column";
import type { TABLES, TableName } from "./index";

/** How tabs look, in the local workbook and in Google Sheets alike. Colours are RRGGBB. */
export const HEADER_FILL: Readonly<Record<Owner, string>> = {
  unit: "BDD7EE",
  centre: "C6E0B4",
  computed: "CFCFCF",
  system: "5F6B7A",
};
/** Under what the program fills in. */
export const GREY_BODY = "F2F2F2";

/** Fill and text of a highlight. */
export interface Paint {
  readonly fill: string;
  readonly text: string;
}
export const PAINTS = {
  green: { fill: "C6EFCE", text: "006100" },
  amber: { fill: "F8CBAD", text: "833C0B" },
  red: { fill: "FFC7CE", text: "9C0006" },
  paleRed: { fill: "FDE9E7", text: "9C0006" },
  yellow: { fill: "FFF2CC", text: "7F6000" },
  blueGrey: { fill: "D6DCE4", text: "44546A" },
  faded: { fill: "F7F7F7", text: "9A9A9A" },
} as const satisfies Readonly<Record<string, Paint>>;

const NUMBER_FORMATS: Readonly<Record<Numbers, string>> = { money: "#,##0.00", marks: "General", mixed: "General" };

export function numberFormat({ kind, numbers }: Column): string {
  if (kind === "day") return "yyyy-mm-dd";
  if (kind !== "number") return "@";
  return numbers === undefined ? "0" : NUMBER_FORMATS[numbers];
}

/** Where numbers lean to: amounts to the right, so that they can be added up by eye. */
export function sideOfNumbers({ numbers }: Column): "left" | "center" | "right" {
  if (numbers === "money") return "right";
  return numbers === "mixed" ? "left" : "center";
}

/** Where the cells of a column lean to in Google Sheets. */
export function sideOf(column: Column): "left" | "center" | "right" {
  if (column.kind === "number") return sideOfNumbers(column);
  return column.kind === "day" || column.kind === "choice" ? "center" : "left";
}

/** Room for a text in characters: a Chinese one takes two. */
function roomFor(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}

const FILTER_BUTTON = 4;

/** The width of a column: the schema's with a margin, and never less than its title beside the filter button needs. */
export function columnWidth({ title, width = 10 }: Column): number {
  return Math.max(width + 2, roomFor(title) + FILTER_BUTTON);
}

/** Where a highlight applies: `{cell}` in its formula is the first cell of the column. */
export interface Highlight {
  readonly when: string;
  readonly paint: Paint;
  /** The whole row, not the one cell. */
  readonly row?: true;
}

const is = (...words: readonly string[]): string => {
  const each = words.map((word) => `{cell}="${word}"`);
  return each.length > 1 ? `OR(${each.join(",")})` : each.join();
};
const begins = (word: string): string => `LEFT({cell},${word.length})="${word}"`;
const holds = (word: string): string => `ISNUMBER(SEARCH("${word}",{cell}))`;
const FILLED = "LEN(TRIM({cell}))>0";

/** The colour group of every word of 到期提示 and what it means on 说明; the words not named here are yellow. */
export const LIGHT_PAINTS = [
  { lights: [LIGHT.fine], paint: PAINTS.green, meaning: "fine" },
  { lights: [LIGHT.tight], paint: PAINTS.amber, meaning: "tight" },
  { lights: [LIGHT.late, LIGHT.expired, LIGHT.badDate, LIGHT.noShow], paint: PAINTS.red, meaning: "late" },
  { lights: [LIGHT.done], paint: PAINTS.blueGrey, meaning: "done" },
] as const satisfies readonly { readonly lights: readonly Light[]; readonly paint: Paint; readonly meaning: string }[];

/** What people write beside a class in which nothing was found. */
const ALL_WELL = "正常 无问题 通过".split(" ");
const ANSWERED = [ANSWER.confirmed, ANSWER.changed, ANSWER.ignored, ANSWER.told];

type Highlights = {
  readonly [N in TableName]?: { readonly [C in keyof (typeof TABLES)[N]["columns"]]?: readonly Highlight[] };
};

/** By the names of tab and column; the first that applies wins. */
const HIGHLIGHTS: Highlights = {
  roster: {
    light: [...LIGHT_PAINTS.map(({ lights, paint }) => ({ when: is(...lights), paint })), { when: FILLED, paint: PAINTS.yellow }],
    missingPapers: [{ when: FILLED, paint: PAINTS.paleRed }],
    feeState: [
      { when: is(FEE_STATE.paid), paint: PAINTS.green },
      { when: is(FEE_STATE.unpaid), paint: PAINTS.paleRed },
      { when: is(FEE_STATE.part, FEE_STATE.undecided, FEE_STATE.refundDue), paint: PAINTS.amber },
      {
        when: is(FEE_STATE.free, FEE_STATE.movedOn, FEE_STATE.refunded, FEE_STATE.kept, FEE_STATE.forfeited),
        paint: PAINTS.blueGrey,
      },
      { when: FILLED, paint: PAINTS.yellow },
    ],
    booking: [
      { when: is(BOOKING.refused), paint: PAINTS.red },
      { when: is(BOOKING.underReview), paint: PAINTS.yellow },
    ],
    exam: [{ when: is(EXAM.failed, EXAM.absent), paint: PAINTS.red }],
  },
  plan: {
    state: [{ when: is(CLASS_STATE.stopped), paint: PAINTS.faded, row: true }],
    check: [
      { when: holds(SEVERITY.blocking), paint: PAINTS.red },
      { when: holds(SEVERITY.warning), paint: PAINTS.amber },
      { when: is(...ALL_WELL), paint: PAINTS.green },
      { when: FILLED, paint: PAINTS.yellow },
    ],
  },
  todo: {
    answer: [{ when: is(...ANSWERED), paint: PAINTS.faded, row: true }],
    severity: [
      { when: is(SEVERITY.blocking), paint: PAINTS.red },
      { when: is(SEVERITY.warning), paint: PAINTS.amber },
      { when: is(SEVERITY.hint), paint: PAINTS.blueGrey },
    ],
  },
  units: { status: [{ when: holds(TO_CONFIRM), paint: PAINTS.yellow }] },
  cards: { state: [{ when: is(CARD.expired, CARD.voided, CARD.movedOn), paint: PAINTS.faded, row: true }] },
  holidays: {
    kind: [
      { when: is(DAY_KIND.off), paint: PAINTS.paleRed },
      { when: is(DAY_KIND.work), paint: PAINTS.green },
    ],
  },
};

const PAPER_HIGHLIGHTS: readonly Highlight[] = [
  { when: begins(PAPER_ANSWER.failed), paint: PAINTS.red },
  { when: is(PAPER_ANSWER.in), paint: PAINTS.green },
  { when: is(PAPER_ANSWER.notNeeded), paint: PAINTS.faded },
];

/** What colours a column of a tab, the first that applies. */
export function highlightsOf(table: Table, column: Column): readonly Highlight[] {
  if (column.paper !== undefined) return PAPER_HIGHLIGHTS;
  const ours: Readonly<Record<string, readonly Highlight[] | undefined>> = HIGHLIGHTS[table.name as TableName] ?? {};
  const name = Object.keys(table.columns).find((one) => table.columns[one]?.title === column.title);
  return (name === undefined ? undefined : ours[name]) ?? [];
}

/** How a tab is shown, beyond what the schema says of its columns. */
export interface TabLook {
  /** Columns that stay when scrolling right, and repeat on every printed page. */
  readonly frozen?: number;
  /** Printed pages side by side. */
  readonly pagesWide?: number;
  /** On so many pages, however long it is; as many as it needs unless given. */
  readonly pagesHigh?: number;
  /** Held upright on paper, however wide it is. */
  readonly upright?: true;
  /** Lines a row has room for. Programs differ in when they fit heights to text, so the height is the tab's own. */
  readonly rowLines?: number;
  readonly colour?: string;
}

const TAB_LOOKS: { readonly [N in TableName]?: TabLook } = {
  roster: { frozen: 3, pagesWide: 4, colour: "2E75B6" },
  plan: { frozen: 3, pagesWide: 2, colour: "2E75B6" },
  units: { frozen: 1, colour: "2E75B6" },
  papers: { frozen: 2, pagesWide: 2, colour: "70AD47" },
  payments: { frozen: 1, colour: "70AD47" },
  cards: { frozen: 1, colour: "70AD47" },
  todo: { colour: "ED7D31" },
  settings: { rowLines: 1 },
  holidays: { rowLines: 1 },
  conflicts: { frozen: 2, colour: "ED7D31" },
  runs: { rowLines: 3 },
  dashboard: { rowLines: 1, upright: true, pagesHigh: 1, colour: "7030A0" },
};

export function tabLookOf({ name }: Table): TabLook {
  return TAB_LOOKS[name as TableName] ?? {};
}
export const PLAIN_COLOUR = "A6A6A6";
