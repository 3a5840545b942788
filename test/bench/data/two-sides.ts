import { personOf } from "./people";
import { randomOf } from "./random";

type Line = readonly string[];

/** The columns of the tables: the key, then what a unit's file asks for. */
export const TITLES = [
  "报名编号",
  "姓名",
  "证件类型",
  "证件号",
  "手机号",
  "工作单位",
  "职位",
  "学历",
  "申报类型",
  "证书编号",
  "证件有效期",
  "备注",
] as const;

/** A table as last agreed and as each side has it now, the headers first. */
interface TwoSides {
  readonly base: readonly Line[];
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
}

const UNIT = "甲矿业有限公司";
/** Of the cells of a column that staff and units really change. */
const EDITED = 0.05;

/** What is edited, and what it becomes. */
const EDITS: Readonly<Record<string, (random: () => number) => string>> = {
  学历: (random) => ["高中", "中专", "大专", "本科"][Math.floor(random() * 4)] ?? "高中",
  证书编号: (random) => `C${Math.floor(random() * 1e6)}`,
  证件有效期: (random) => `2024-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`,
  备注: (random) => `第${Math.floor(random() * 1000)}次`,
};

/** So many people of one unit, a twentieth of the cells of some columns edited on each side. */
export function twoSides(rows: number): TwoSides {
  const random = randomOf(rows);
  const base = Array.from({ length: rows }, (_, at): Line => {
    const { unit: _unit, ...person } = personOf(at);
    const { name, idType, idNumber, mobile, post, education, kind, certificate, validUntil, note } = person;
    const cells = [name, idType, idNumber, mobile, UNIT, post, education, kind, certificate, validUntil, note];
    return [`B2024-${String(at + 1).padStart(6, "0")}`, ...cells.map((cell) => String(cell ?? ""))];
  });
  const edited = (): Line[] =>
    base.map((line) =>
      line.map((cell, column) => {
        const edit = EDITS[TITLES[column] ?? ""];
        return edit && random() < EDITED ? edit(random) : cell;
      }),
    );
  return { base: [TITLES, ...base], ours: [TITLES, ...edited()], theirs: [TITLES, ...edited()] };
}
