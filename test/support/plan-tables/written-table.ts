import fc from "fast-check";
import { chineseNumeral } from "../../../apps-script/domain/plan/numerals";
import type { StatedCell } from "../../../apps-script/domain/plan/training-class";
import type { InventedClass } from "./invented-class";
import { DEADLINES, MONTHS, RANGES, REPORT_INS, STUDIES } from "./spellings";

/** A class as it stands in a table: its cells, and which of them nobody can read. */
export interface WrittenClass {
  readonly planned: InventedClass;
  readonly name: string;
  readonly cells: Readonly<Record<Exclude<StatedCell, "name">, string>>;
  readonly asked: readonly StatedCell[];
}

const numberOf = ({ term }: InventedClass): string => `第${chineseNumeral(term)}期`;
const kindOf = ({ isRetraining }: InventedClass): string => (isRetraining ? "再培训班" : "培训班");
export const nameOf = (one: InventedClass): string => kindOf(one) + numberOf(one);

/** Each cell in any of its spellings. */
export function written(planned: InventedClass): fc.Arbitrary<WrittenClass> {
  return fc
    .record({
      months: fc.constantFrom(...MONTHS),
      deadline: fc.constantFrom(...DEADLINES),
      booking: fc.constantFrom(...RANGES),
      reportIn: fc.constantFrom(...REPORT_INS),
      study: fc.constantFrom(...STUDIES),
    })
    .map((spelled) => {
      const hasMonths = planned.months.length > 0;
      const asked: StatedCell[] = [];
      if (hasMonths && spelled.months.isAsked?.(planned.months)) asked.push("months");
      if (spelled.deadline.isAsked?.(planned.deadline)) asked.push("deadline");
      if (spelled.booking.isAsked?.(planned.booking)) asked.push("booking");
      if (spelled.reportIn.isAsked?.(planned.reportIn)) asked.push("reportIn");
      if (spelled.study.isAsked?.(planned.study)) asked.push("study");
      const cells = {
        months: hasMonths ? spelled.months.write(planned.months) : "",
        deadline: spelled.deadline.write(planned.deadline),
        booking: spelled.booking.write(planned.booking),
        reportIn: spelled.reportIn.write(planned.reportIn),
        study: spelled.study.write(planned.study),
      };
      return { planned, name: nameOf(planned), cells, asked };
    });
}

/** A column of a table: its titles, of which one is taken, and what it says of a class. */
interface Column {
  readonly titles: readonly string[];
  readonly cell: (one: WrittenClass) => string;
}

const NAME: readonly Column[] = [{ titles: ["班级名称", "班次", "班 级"], cell: ({ name }) => name }];
const KIND_AND_TERM: readonly Column[] = [
  { titles: ["类别", "培训类别"], cell: ({ planned }) => (planned.isRetraining ? "复训" : "初训") },
  { titles: ["期次", "期数"], cell: ({ planned }) => String(planned.term) },
];
const NUMBER_ALONE: readonly Column[] = [{ titles: ["班级名称", "期次"], cell: ({ planned }) => numberOf(planned) }];
const OWN: readonly Column[] = [
  { titles: ["证件“有效期限”月份", "适用月份"], cell: ({ cells }) => cells.months },
  { titles: ["中心网站报名截止时间", "报名时间", "网报截止"], cell: ({ cells }) => cells.deadline },
  { titles: ["省厅系统预约培训时间", "预约时间"], cell: ({ cells }) => cells.booking },
  { titles: ["报到时间"], cell: ({ cells }) => cells.reportIn },
  { titles: ["学习时间", "培训时间"], cell: ({ cells }) => cells.study },
];
const OTHERS: readonly Column[] = [
  { titles: ["序号"], cell: () => "1" },
  { titles: ["计划人数", "人数"], cell: () => "60人" },
  { titles: ["学习地点", "地点"], cell: () => "海边校区" },
  { titles: ["备注"], cell: () => "" },
];

type Rows = readonly (readonly string[])[];

/** How a table is laid out. `split`: a table a kind, whose heading may be all that says the kind. */
interface Layout {
  readonly isSplit: boolean;
  readonly rows: (classes: readonly WrittenClass[], heading: string) => Rows;
  readonly total: boolean;
}

export const layouts: fc.Arbitrary<Layout> = fc
  .record({
    naming: fc.constantFrom("name", "kind and term", "heading"),
    others: fc.subarray([...OTHERS]),
    seed: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
    isSplit: fc.boolean(),
    total: fc.boolean(),
  })
  .map(({ naming, others, seed, isSplit, total }): Layout => {
    const named = naming === "name" ? NAME : naming === "heading" && isSplit ? NUMBER_ALONE : KIND_AND_TERM;
    const columns = [...named, ...OWN, ...others]
      .map((column, at) => ({ column, key: seed[at] ?? 0 }))
      .sort((a, b) => a.key - b.key);
    const header = columns.map(({ column: { titles }, key }) => titles[key % titles.length] ?? "");
    const footer = total ? [["合计", ...header.slice(1).map(() => "")]] : [];
    const rows = (classes: readonly WrittenClass[], heading: string): Rows => [
      [heading],
      header,
      ...classes.map((one) => columns.map(({ column }) => column.cell(one))),
      ...footer,
    ];
    return { isSplit, rows, total };
  });

/** The rows of a whole notice. */
export function noticeRows(year: number, classes: readonly WrittenClass[], layout: Layout): Rows {
  const title = [`${year}年安全培训计划`];
  if (!layout.isSplit) return [title, ...layout.rows(classes, "计划表")];
  const of = (isRetraining: boolean): Rows => {
    const own = classes.filter(({ planned }) => planned.isRetraining === isRetraining);
    return own.length === 0 ? [] : layout.rows(own, isRetraining ? "二、再培训班安排" : "一、初培班安排");
  };
  return [title, ...of(false), ...of(true)];
}

/** The forms a table comes in. */
export const FORMS = {
  tabs: (rows: Rows): string => rows.map((row) => row.join("\t")).join("\n"),
  csv: (rows: Rows): string => rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n"),
  word: (rows: Rows): string =>
    rows.map((row) => (row.length === 1 ? `${row[0]}\n` : `${row.map((cell) => `\t${cell}`).join("\n")}\n`)).join("\n"),
} as const;
