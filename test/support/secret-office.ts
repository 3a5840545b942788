import fc from "fast-check";
import { olderCheck, rowIdOf } from "../../apps-script/domain/exchange/row-id";
import type { SourceFile } from "../../apps-script/domain/merge/returned";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { sealerOf } from "./books";
import type { ReturnedParts, SentGeneration } from "./exchange-lab";
import { type Cells, returnedFile, sentBook, WORKBOOK } from "./exchange-lab";

/** Units whose every person bears words and numbers that stand nowhere else, and what units make of their files. */

export const SECRET_UNITS = ["甲矿业有限公司", "乙石材有限公司", "丙金矿有限公司"] as const;
const PER_UNIT = 4;
const exchangeOf = (unit: number): string => `X0000${unit + 1}`;
const TITLES = ["姓名", "证件号", "手机号", "工作单位", "职位", "申报类型", "证书编号", "证件有效期", "备注", "班级", "资料缺项"];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An id of area 379999 whose last digits are nobody else's here. */
function secretId(serial: number): string {
  const body = `379999${1960 + serial}0${1 + (serial % 9)}2${serial % 9}${String(137 + serial * 41).slice(-3)}`;
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(body[place]), 0);
  return body + "10X98765432".charAt(sum % 11);
}

/** Person `serial` of a unit; `turn` tells what 名册 says by now from what was sent. */
function secretPerson(serial: number, unit: number, turn = 0): Cells {
  const mark = String.fromCodePoint(0x6100 + serial * 7, 0x7200 + serial * 5 + turn);
  return {
    ...{ 报名编号: `B2024-${String(serial + 21).padStart(5, "0")}`, 姓名: mark, 证件号: secretId(serial) },
    ...{
      手机号: `1${37 + turn}${String(90210877 + serial * 1013 + turn * 500009).slice(-8)}`,
      工作单位: SECRET_UNITS[unit] ?? null,
    },
    ...{ 职位: serial % 2 ? "主要负责人" : "安全生产管理人员", 申报类型: "再培训", 证件有效期: "2024-06-15" },
    ...{ 证书编号: `证${mark}${turn}`, 备注: `记${mark}${turn}`, 班级: "再培训班第三期", 资料缺项: `申报上传：缺${mark}表` },
  };
}

/** 名册 and what was sent: `moved` people have changed units since, `edited` ones hold what the centre wrote. */
export interface SecretOffice {
  readonly book: Snapshot;
  readonly roster: readonly Cells[];
  readonly sent: readonly SentGeneration[];
}

const serials = SECRET_UNITS.flatMap((_, unit) => Array.from({ length: PER_UNIT }, (_all, place) => unit * PER_UNIT + place));
const unitOf = (serial: number): number => Math.floor(serial / PER_UNIT);

export const secretOffice: fc.Arbitrary<SecretOffice> = fc
  .record({
    moved: fc.subarray(serials, { maxLength: 2 }),
    edited: fc.subarray(serials),
    unsent: fc.subarray(serials, { maxLength: 2 }),
  })
  .map(({ moved, edited, unsent }) => {
    const roster = serials.map((serial) => {
      const home = (unitOf(serial) + (moved.includes(serial) ? 1 : 0)) % SECRET_UNITS.length;
      return secretPerson(serial, home, edited.includes(serial) ? 1 : 0);
    });
    const sent = SECRET_UNITS.map((unit, place): SentGeneration => {
      const people = serials.filter((serial) => unitOf(serial) === place && !unsent.includes(serial));
      return { exchange: exchangeOf(place), unit, generation: 1, people: people.map((serial) => secretPerson(serial, place)) };
    });
    return { roster, sent, book: sentBook(roster, sent, { units: SECRET_UNITS.map((name) => ({ name })) }) };
  });

/** What somebody does to a row: `of` is whose words are copied in. */
type Edit = (cells: Cells, of: Cells, exchange: string) => Cells;

const EDITS: readonly Edit[] = [
  (cells) => cells,
  (cells) => ({ ...cells, 手机号: "13912345678" }),
  (cells) => ({ ...cells, 手机号: "#N/A", 证件有效期: "2024年13月" }),
  (cells) => ({ ...cells, 姓名: null, 证件号: null }),
  (cells) => ({ 行号: cells.行号 ?? null }),
  (cells) => ({ ...cells, 姓名: "某生人" }),
  (cells, of) => ({ ...cells, 证件号: of.证件号 ?? null }),
  (cells, of) => ({ ...cells, 姓名: null, 证件号: of.证件号 ?? null }),
  (cells, of) => ({ ...cells, 姓名: of.姓名 ?? null }),
  (cells, of) => ({ ...cells, 姓名: "某生人", 证件号: of.证件号 ?? null }),
  (cells, of) => ({ ...cells, 工作单位: of.工作单位 ?? null }),
  (cells, of) => ({ ...cells, 行号: of.报名编号 ?? null }),
  (_cells, of) => ({ 行号: of.报名编号 ?? null }),
  (_cells, of) => ({ 行号: of.报名编号 ?? null, 班级: "再培训班第一期", 资料缺项: "缺什么" }),
  (_cells, of) => ({ 行号: of.报名编号 ?? null, 证件号: of.证件号 ?? null }),
  (_cells, of) => ({ 行号: rowIdOf(String(of.报名编号), otherExchange(of), sealerOf(WORKBOOK)), 备注: "贴来的" }),
  (cells, of) => ({
    证件号: of.证件号 ?? null,
    姓名: "某生人",
    工作单位: cells.工作单位 ?? null,
    职位: "主要负责人",
    申报类型: "再培训",
  }),
  (_cells, of) => ({ 证件号: of.证件号 ?? null, 姓名: "某生人" }),
  (cells, of) => ({ 证件号: of.证件号 ?? null, 工作单位: cells.工作单位 ?? null, 职位: "安全生产管理人员" }),
  (cells) => ({ ...cells, 班级: "再培训班第一期", 证件号: null }),
];

const otherExchange = ({ 工作单位: unit }: Cells): string => exchangeOf((SECRET_UNITS as readonly Value[]).indexOf(unit ?? null));

const rowEdits = fc.array(
  fc.record({ row: fc.nat(PER_UNIT - 1), edit: fc.constantFrom(...EDITS), of: fc.constantFrom(...serials) }),
  { minLength: 1, maxLength: 6 },
);

/** `honest`: a file of ours in which a unit changes what is its own. `forged`: one "of" another unit, from what anybody knows. */
export type Making = "honest" | "edited" | "list" | "forged";

/** A file as it arrives. What its sender wrote is all that stands in it. */
export interface Arriving {
  readonly source: SourceFile;
  readonly sender: string;
  readonly making: Making;
  readonly written: string;
}

function arriving(source: SourceFile, sender: string, making: Making): Arriving {
  return { source, sender, making, written: JSON.stringify(source.sheets.map(({ rows }) => rows)) };
}

/** What units do to files of theirs all day. */
const HONEST: readonly Edit[] = [
  (cells) => cells,
  (cells) => ({ ...cells, 手机号: "13912345678" }),
  (cells) => ({ ...cells, 备注: "夜班" }),
  (cells) => ({ ...cells, 证件有效期: "2025年3月1日", 证书编号: "新证0001" }),
  (cells) => ({ ...cells, 手机号: null, 备注: null }),
];

/** Files of ours with rows edited, lists of them without any mark, and files that one unit makes "of" another; several of them. */
export function arrivals(office: SecretOffice): fc.Arbitrary<Arriving[]> {
  const file = fc.record({
    unit: fc.nat(SECRET_UNITS.length - 1),
    edits: rowEdits,
    honest: fc.array(fc.record({ row: fc.nat(PER_UNIT - 1), edit: fc.constantFrom(...HONEST) }), { maxLength: 3 }),
    making: fc.constantFrom<Making>("honest", "edited", "list", "forged"),
    forgery,
    hasTitle: fc.boolean(),
  });
  return fc.array(file, { minLength: 1, maxLength: 4 }).map((files) =>
    files.map(({ unit, edits, honest, making, forgery: lie, hasTitle }, place) => {
      const sender = SECRET_UNITS[unit] ?? "";
      const { people = [] } = office.sent[unit] ?? {};
      if (making === "forged") return arriving(forgedFile(unit, lie, people, `来件${place}.xlsx`), sender, making);
      const rows = people.map(({ 报名编号: id, ...cells }): Cells => ({ 行号: id ?? null, ...cells }));
      if (making === "honest") {
        for (const { row, edit } of honest) rows[row % rows.length] = edit(rows[row % rows.length] ?? {}, {}, "");
      } else
        for (const { row, edit, of } of edits) {
          const before = rows[row] ?? rows[0] ?? {};
          const after = edit(before, office.roster[of] ?? {}, exchangeOf(unit));
          if (after.行号 === undefined || rows[row] === undefined) rows.push(after);
          else rows[row] = after;
        }
      const parts: ReturnedParts = { exchange: exchangeOf(unit), titles: TITLES, rows, sent: people, file: `来件${place}.xlsx` };
      return arriving(making === "list" ? listOf(parts, hasTitle ? sender : null) : returnedFile(parts), sender, making);
    }),
  );
}

/** How a file of another unit is made up: a unit knows its own file, the numbers that others have, and how marks look. */
const forgery = fc.record({
  victim: fc.nat(SECRET_UNITS.length - 1),
  rows: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
  generation: fc.constantFrom(1, 2),
  identity: fc.constantFrom("both" as const, "sheet" as const, "keywords" as const, "none" as const),
  ids: fc.constantFrom("older" as const, "own" as const, "guessed" as const),
  cells: fc.constantFrom<Cells>({}, { 班级: "x" }, { 姓名: "某生人" }, { 手机号: "13912345678", 资料缺项: "x" }),
});
type Forgery = typeof forgery extends fc.Arbitrary<infer T> ? T : never;

function forgedFile(unit: number, lie: Forgery, own: readonly Cells[], file: string): SourceFile {
  const victim = lie.victim === unit ? (unit + 1) % SECRET_UNITS.length : lie.victim;
  const exchange = exchangeOf(victim);
  const rows = lie.rows.map((place): Cells => {
    const enrolment = `B2024-${String(victim * PER_UNIT + place + 21).padStart(5, "0")}`;
    const ids = {
      older: `${enrolment}.${olderCheck(enrolment, exchange, WORKBOOK)}`,
      // The seal of a row of its own file, under another's number.
      own: `${enrolment}.${exchange}.${sealerOf(WORKBOOK).row(exchangeOf(unit), String(own[place]?.报名编号 ?? ""))}`,
      guessed: `${enrolment}.${exchange}.0123456789ABCDEF`,
    };
    return { ...lie.cells, 行号: ids[lie.ids] };
  });
  // Sealed by a key that only somebody else's workbook has.
  const made = returnedFile({
    exchange,
    generation: lie.generation,
    identity: lie.identity,
    titles: TITLES,
    rows,
    sent: own,
    file,
    key: "x",
  });
  return made;
}

function listOf({ titles, rows, file = "" }: ReturnedParts, unit: string | null): SourceFile {
  const lines: (readonly Value[])[] = [
    ...(unit === null ? [] : [[`单位：${unit}`]]),
    titles,
    ...rows.map((cells) => titles.map((title) => cells[title] ?? null)),
  ];
  const sheet = { name: "人员", hidden: false, rows: lines.map((cells, index) => ({ at: index + 1, cells })) };
  return { file, fingerprint: JSON.stringify(lines), sheets: [sheet] };
}
