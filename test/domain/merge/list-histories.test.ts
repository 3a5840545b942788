import fc from "fast-check";
import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import { sameValueBy } from "../../../apps-script/domain/merge/returned/same-value";
import { UnitDirectory } from "../../../apps-script/domain/merge/units";
import type { Enrolment } from "../../../apps-script/domain/schema/index";
import { titleOfColumn, UNIT_COLUMNS, type UnitColumn } from "../../../apps-script/domain/schema/unit-columns";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { bookOf } from "../../support/books";
import { importFiles } from "../../support/exchange-lab";
import { idOf } from "./lists";

/**
 * Random histories: a random workbook, then lists of random senders with random values, one after the other, with staff
 * editing 名册 and answering 冲突 between them.
 */
const A = "甲矿业有限公司";
const B = "乙矿业有限公司";
const GROUP = "鑫源集团有限公司";
const COLUMNS = ["mobile", "certificate", "validUntil", "education", "note"] as const satisfies readonly UnitColumn[];
type Cells = Readonly<Record<(typeof COLUMNS)[number], Value>>;

const VALUES: { readonly [C in (typeof COLUMNS)[number]]: fc.Arbitrary<Value> } = {
  mobile: fc.constantFrom<Value>(null, "13800138001", "13800138002", "13800138003"),
  certificate: fc.constantFrom<Value>(null, "K1", "K2", "K3"),
  validUntil: fc.constantFrom<Value>(null, "2024-06-15", "2025-06-15", "2026-06-15"),
  education: fc.constantFrom<Value>(null, "大专", "本科", "高中"),
  note: fc.constantFrom<Value>(null, "夜班", "白班"),
};
const cells = fc.record(VALUES) as fc.Arbitrary<Cells>;
/** Who the file says sent it: its name, or the line above the list. */
const sender = fc.constantFrom(null, A, B, GROUP);
const list = fc.record({
  sender,
  isTitled: fc.boolean(),
  rows: fc.uniqueArray(fc.record({ serial: fc.integer({ min: 0, max: 5 }), unit: fc.constantFrom(A, B), cells }), {
    selector: ({ serial }) => serial,
    minLength: 1,
    maxLength: 6,
  }),
});
const event = fc.oneof(
  { weight: 4, arbitrary: list.map((file) => ({ kind: "list" as const, file })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("edit" as const), serial: fc.integer({ min: 0, max: 3 }), cells }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("answer" as const),
      choice: fc.constantFrom("我方", "对方", "全部保留我方", "全部采用对方"),
    }),
  },
);
const history = fc.record({
  reportsFor: fc.constantFrom(null, A, `${A}、${B}`),
  roster: fc.array(fc.record({ unit: fc.constantFrom(A, B), cells }), { minLength: 4, maxLength: 4 }),
  events: fc.array(event, { minLength: 1, maxLength: 5 }),
});

type List = {
  readonly sender: string | null;
  readonly isTitled: boolean;
  readonly rows: readonly { serial: number; unit: string; cells: Cells }[];
};

function fileOf({ sender: from, isTitled, rows }: List) {
  const header: Value[] = ["姓名", "证件号", "工作单位", ...COLUMNS.map(titleOfColumn)];
  const people = rows.map(({ serial, unit, cells: said }): Value[] => [
    "王梦",
    idOf(serial),
    unit,
    ...COLUMNS.map((column) => said[column]),
  ]);
  const title: Value[][] = from !== null && isTitled ? [[`${from}2024年报名表`]] : [];
  const lines = [...title, header, ...people];
  const sheets = [{ name: "人员", hidden: false, rows: lines.map((line, index) => ({ at: index + 1, cells: line })) }];
  return { file: from !== null && !isTitled ? `${from}.csv` : "名单.csv", fingerprint: JSON.stringify(lines), sheets };
}

/** Whether the sender may speak for the unit, in words of the rule and not of the code. */
function maySpeak(from: string | null, unit: string, reportsFor: string | null): boolean {
  return from === null || from === unit || (from === GROUP && (reportsFor ?? "").split("、").includes(unit));
}

const law = sameValueBy(new UnitDirectory([]));
const isSame = (column: UnitColumn, a: Value, b: Value): boolean => law(a, b, UNIT_COLUMNS.indexOf(column));

function officeOf({
  roster,
  reportsFor,
}: {
  roster: readonly { unit: string; cells: Cells }[];
  reportsFor: string | null;
}): Snapshot {
  return bookOf({
    units: [{ name: A }, { name: B }, { name: GROUP, reportsFor }],
    roster: roster.map(
      ({ unit, cells: known }, serial): Partial<Enrolment> =>
        ({ person: `P0000${serial}`, name: "王梦", idNumber: idOf(serial), unit, ...known }) as Partial<Enrolment>,
    ),
  });
}

function edited(
  book: Snapshot,
  step: { kind: "edit"; serial: number; cells: Cells } | { kind: "answer"; choice: string },
): Snapshot {
  if (step.kind === "edit") {
    const roster = book.roster.map((row) =>
      row.idNumber === idOf(step.serial) ? ({ ...row, ...step.cells } as Enrolment) : row,
    );
    return { ...book, roster };
  }
  const [first, ...rest] = book.conflicts;
  return first ? { ...book, conflicts: [{ ...first, choice: step.choice }, ...rest] } : book;
}

/** No list is read otherwise in another zone but for its days, which some histories show. */
const many = process.env.TZ === "Asia/Shanghai" ? 2000 : 200;
const runs = process.env.ANPEI_SOAK === undefined ? 30 : many;

it("no list changes a value in 名册: differences are asked about or were said before, gaps of the right unit are filled", () => {
  fc.assert(
    fc.property(history, ({ reportsFor, events, ...start }) => {
      let book = officeOf({ ...start, reportsFor });
      /** What lists have said of a person's cell: repeating that is no news. */
      const said = new Set<string>();
      for (const step of events) {
        if (step.kind !== "list") {
          book = edited(book, step);
          continue;
        }
        // What staff chose is applied by the import itself; here it goes first, so that only the list is looked at.
        const before = importFiles(book, []).after;
        const file = fileOf(step.file);
        const taken = importFiles(before, [file], { force: true });
        const now = new Map(taken.after.roster.map((row) => [row.idNumber, row]));
        const open = new Map(taken.after.conflicts.map((row) => [`${row.enrolment}·${row.column}`, row]));
        for (const old of before.roster) {
          const row = now.get(old.idNumber);
          const told = step.file.rows.find(({ serial }) => idOf(serial) === old.idNumber);
          const isTheirs = told !== undefined && told.unit === old.unit && maySpeak(step.file.sender, told.unit, reportsFor);
          for (const column of COLUMNS) {
            const [was, is, theirs] = [old[column], row?.[column] ?? null, told?.cells[column] ?? null];
            const key = JSON.stringify([old.id, column, theirs]);
            if (was !== null) expect(is).toBe(was);
            if (!isTheirs || theirs === null) {
              expect(is).toBe(was);
              continue;
            }
            const conflict = open.get(`${old.id}·${titleOfColumn(column)}`);
            if (was === null) expect(isSame(column, is, theirs) || said.has(key)).toBe(true);
            else if (!isSame(column, was, theirs)) expect(conflict?.theirs === theirs || said.has(key)).toBe(true);
            said.add(key);
          }
        }
        for (const row of taken.after.roster.slice(before.roster.length)) {
          const told = step.file.rows.find(({ serial }) => idOf(serial) === row.idNumber);
          expect(told && maySpeak(step.file.sender, told.unit, reportsFor)).toBe(true);
          for (const column of COLUMNS) said.add(JSON.stringify([row.id, column, told?.cells[column] ?? null]));
        }
        for (const name of [file.file, step.file.sender === null ? "另存.csv" : file.file]) {
          const again = importFiles(taken.after, [{ ...file, file: name }], { force: true }).decision;
          expect(sizeOf({ ...again, blanked: again.blanked ?? [] })).toBe(0);
        }
        book = taken.after;
      }
    }),
    { numRuns: runs },
  );
}, 600_000);
