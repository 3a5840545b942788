import { type Cell, FIELDS, type Field, FORMS, type Form, goodList, type Known, type OfficeList, serialOf } from "./office-list";

/** Good lists with what offices and programs do to them. */

const TITLES: Readonly<Record<Field, readonly string[]>> = {
  name: ["姓名", "学员姓名", "姓名 Name", "*姓　名", "姓名（必填）"],
  id: ["证件号", "身份证号码", "身份证号 ID No.", "證件號碼", "身份证号\n(文本)"],
  mobile: ["手机号", "联系电话", "手机 Mobile", "手機號"],
  unit: ["工作单位", "单位名称", "单位 Company"],
  post: ["职位", "人员类别", "职位 Post"],
  kind: ["申报类型", "培训类别"],
  until: ["证件有效期", "有效期至", "有效期限", "有效期至 Valid until", "证书有效期（止）"],
};

/** A source of choices that a seed fixes. */
class Dice {
  constructor(private state: number) {}
  below(count: number): number {
    this.state = (Math.imul(this.state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((this.state / 2 ** 32) * count);
  }
  of<T>(some: readonly T[]): T {
    return some[this.below(some.length)] as T;
  }
  once(outOf: number): boolean {
    return this.below(outOf) === 0;
  }
}

/** A list that was harmed in some ways, whom it is of, and what was done to it. */
export interface Made {
  readonly list: OfficeList;
  readonly people: readonly Known[];
  readonly done: readonly string[];
}

const DAY_FORMATS = ["yyyy-mm-dd", "yyyy/m/d", 'yyyy"年"m"月"d"日"', "m/d/yy", "d-mmm-yy", "yyyy/m/d h:mm"];
const PART_FORMATS = ['yyyy"年"m"月"', "mmm-yy", "yyyy.mm", 'm"月"d"日"', "yyyy"];

/** One way in which a cell, a line or the whole file goes wrong. Each says what it did. */
const CELL_HARM: readonly ((cell: Cell, field: Field, dice: Dice) => string | null)[] = [
  (cell, field, dice) => {
    if (field !== "until" || typeof cell.v !== "string") return null;
    cell.v = serialOf(cell.v);
    cell.z = dice.of(DAY_FORMATS);
    return `day as ${cell.z}`;
  },
  (cell, field, dice) => {
    if (field !== "until" || typeof cell.v !== "string") return null;
    cell.v = serialOf(cell.v);
    cell.z = dice.of(PART_FORMATS);
    return `part of a day as ${cell.z}`;
  },
  (cell, field, dice) => {
    if (field !== "until" || typeof cell.v !== "string") return null;
    cell.v = serialOf(cell.v) - dice.of([43, 343, 8 * 3600]) / 86_400;
    cell.z = "yyyy-mm-dd hh:mm:ss";
    return "a zone off";
  },
  (cell, field, dice) => {
    if (field !== "until" || typeof cell.v !== "string") return null;
    const [year = "", month = "", day = ""] = cell.v.split("-");
    const spelled = [
      `${year}.${Number(month)}.${Number(day)}`,
      `${year}年${Number(month)}月${Number(day)}日`,
      `'${cell.v}`,
      `${year}${month}${day}`,
    ];
    cell.v = dice.of([
      ...spelled,
      `${year}年${Number(month)}月`,
      `2021-06-21至${cell.v}`,
      "长期",
      `${year.slice(2)}.${Number(month)}.${Number(day)}`,
    ]);
    return `day spelled ${cell.v}`;
  },
  (cell, field, dice) => {
    if (field !== "id" || typeof cell.v !== "string") return null;
    const id = cell.v;
    cell.v = dice.of([
      `身份证${id}`,
      `#${id}`,
      `="${id}"`,
      `${id}。`,
      id.replace(/X$/, "×"),
      id.replace(/X$/, "Х"),
      id.replace(/X$/, "*"),
      id.replace("0", "O"),
      id.toLowerCase(),
      `${id.slice(0, 6)} ${id.slice(6)}`,
    ]);
    return `id as ${cell.v}`;
  },
  (cell, field) => {
    if (field !== "id" || typeof cell.v !== "string") return null;
    cell.v = Number(`${cell.v.slice(0, 15)}000`);
    return "id as a number";
  },
  (cell, field) => {
    if (field !== "id" || typeof cell.v !== "string") return null;
    cell.v = "3.79999E+17";
    return "id as 3.8E+17";
  },
  (cell, field) => {
    if (field !== "mobile" || typeof cell.v !== "string") return null;
    cell.v = Number(cell.v);
    return "mobile as a number";
  },
  (cell, field) => {
    if (field === "id" || field === "name") return null;
    cell.v = "#BLOCKED!";
    return `${field} an error`;
  },
];

const WHOLE_HARM: readonly ((
  made: { list: OfficeList; people: readonly Known[]; fields: readonly Field[]; first: number },
  dice: Dice,
) => string)[] = [
  ({ list }, dice) => {
    const gap = 1 + dice.below(3);
    for (const line of list.lines) line.unshift(...Array.from({ length: gap }, (): Cell => ({ v: null })));
    return "columns to the right";
  },
  ({ list, first }) => {
    list.lines.splice(first, 0, []);
    return "a blank line under the header";
  },
  ({ list }, dice) => {
    list.lines.push([{ v: dice.of(["合计", "汇总", "总计数", "小计："]) }, { v: list.lines.length }]);
    return "a total";
  },
  ({ list }, dice) => {
    list.lines.push([{ v: dice.of(["填表人：某某", "注：请核对", "审核人"]) }, { v: null }, { v: null }]);
    return "a signature";
  },
  ({ list, first, people }, dice) => {
    list.hiddenRows.add(first + dice.below(people.length));
    return "a hidden row";
  },
  ({ list, fields, first, people }) => {
    const column = fields.indexOf("unit");
    if (column < 0 || people.some(({ unit }) => unit !== people[0]?.unit)) return "";
    for (let row = first + 1; row < first + people.length; row += 1) {
      const cell = list.lines[row]?.[column];
      if (cell) cell.v = null;
    }
    const letter = String.fromCharCode(65 + column);
    list.merges.push(`${letter}${first + 1}:${letter}${first + people.length}`);
    return "one unit merged over all";
  },
  ({ list, fields, first, people }, dice) => {
    const column = fields.indexOf("until");
    if (column < 0) return "";
    list.lines.forEach((line, row) => {
      const isPerson = row >= first && row < first + people.length;
      line.splice(column, 0, { v: isPerson ? "2021-06-21" : null });
    });
    const head = list.lines[first - 1];
    const words = dice.of([
      ["有效期限", null],
      ["有效期起", "有效期止"],
      ["有效期（自）", "有效期（至）"],
    ]);
    if (head) [head[column], head[column + 1]] = words.map((v): Cell => ({ v })) as [Cell, Cell];
    return `validity in two columns: ${words.join("|")}`;
  },
  ({ list }) => {
    list.date1904 = true;
    return "days from 1904";
  },
  ({ list, first, people }) => {
    const copy = list.lines.slice(first, first + people.length).map((line) => line.map((cell) => ({ ...cell })));
    const moved = copy.splice(Math.ceil(people.length / 2));
    list.lines.splice(first + Math.ceil(people.length / 2), moved.length);
    moved.forEach((line, index) => {
      const left = list.lines[first + index];
      const width = list.lines[first - 1]?.length ?? 0;
      if (!left) return;
      while (left.length < width) left.push({ v: null });
      left.push(...line);
    });
    const head = list.lines[first - 1];
    head?.push(...head.map((cell) => ({ ...cell })));
    return "two halves side by side";
  },
];

/** The list of a seed, in a form of the seed's or in a given one. */
export function made(seed: number, form: Form | null = null): Made {
  const dice = new Dice(seed + 1);
  for (let turn = 0; turn < 5; turn += 1) dice.below(2);
  const people = goodList(seed % 5);
  const done: string[] = [];
  const fields = [...FIELDS];
  if (dice.once(2)) fields.sort(() => dice.below(3) - 1);
  const header = fields.map((field): Cell => ({ v: dice.of(TITLES[field]) }));
  const title: Cell[][] = dice.once(2) ? [[{ v: "2024年度人员报名表" }]] : [];
  const lines: Cell[][] = [...title, header, ...people.map((person) => fields.map((field): Cell => ({ v: person[field] })))];
  const first = title.length + 1;
  const list: OfficeList = {
    lines,
    merges: [],
    sheetName: "人员",
    header: [],
    date1904: false,
    form: form ?? dice.of(FORMS),
    hiddenRows: new Set(),
  };
  if (dice.once(3)) {
    // A whole column harmed in one way, as by a program; else single cells, as by hand.
    const harm = dice.of(CELL_HARM);
    for (let row = first; row < first + people.length; row += 1)
      for (const [column, field] of fields.entries()) done.push(...note(harm(lines[row]?.[column] ?? { v: null }, field, dice)));
  } else
    for (let times = dice.below(3); times > 0; times -= 1) {
      const [row, column] = [first + dice.below(people.length), dice.below(fields.length)];
      done.push(...note(dice.of(CELL_HARM)(lines[row]?.[column] ?? { v: null }, fields[column] ?? "name", dice)));
    }
  if (dice.once(2)) done.push(...note(dice.of(WHOLE_HARM)({ list, people, fields, first }, dice)));
  return { list, people, done: [list.form, ...done] };
}

const note = (said: string | null): string[] => (said === null || said === "" ? [] : [said]);
