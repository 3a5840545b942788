import { AT, csvList, type Typed } from "../sync-office";
import { type Desk, lastOf } from "./desk";
import { type Letter, letter, type Stranger, type Told } from "./letters";

const LONG = "长".repeat(32_700);
const LONG_UNIT = `${"长".repeat(67)}有限公司`;
const NEW_UNITS = ["东山石材有限公司", "西岭金矿有限公司", "南沟建材有限公司", "北坡矿山有限公司"];

/** A unit's own file with a new mobile and a note, and now and then a new person. */
export async function typedFile(desk: Desk, name: string, unit: string): Promise<Letter> {
  const rows = await desk.rowsOf(unit);
  const [one, other] = [desk.pick(rows), desk.pick(rows)];
  const [mobile, note] = [desk.mobile(), desk.note()];
  const isJoined = desk.random() < 0.5;
  const joined = isJoined ? newPerson(desk, lastOf(rows) + 1, unit) : { cells: [], brings: [] };
  const bytes = await desk.typed(unit, [[one.at, AT.mobile, mobile], [other.at, AT.note, note], ...joined.cells]);
  const brings = [
    { id: one.id, column: "手机号", value: mobile },
    { id: other.id, column: "备注", value: note },
    ...joined.brings,
  ];
  return letter({ kind: "typed", file: `${name}.xlsx`, bytes, sender: unit, brings, isGood: true });
}

function newPerson(desk: Desk, at: number, unit: string): { readonly cells: Typed; readonly brings: readonly Told[] } {
  const person = desk.newcomer();
  const values = [
    [AT.name, "姓名", person.name],
    [AT.idNumber, "证件号", person.id],
    [AT.mobile, "手机号", desk.mobile()],
    [AT.post, "职位", "主要负责人"],
    [AT.kind, "申报类型", "初培"],
  ] as const;
  const brings = values.map(([, column, value]) => ({ id: person.id, column, value }));
  return {
    cells: values.map(([column, , value]) => [at, column, value] as const),
    brings: [...brings, { id: person.id, column: "工作单位", value: unit }],
  };
}

/** A list that a unit made itself, of people whom nobody knows yet; sometimes of a unit that nobody knows. */
export async function listFile(desk: Desk, name: string): Promise<Letter> {
  const unit = desk.random() < 0.2 ? desk.pick(NEW_UNITS) : desk.pick(await desk.units());
  const people = Array.from({ length: 1 + desk.below(2) }, () => desk.newcomer());
  const brings = people.flatMap((person) => [...listed(person), { id: person.id, column: "工作单位", value: unit }]);
  const bytes = csvList(unit, people.map(cellsOf));
  return letter({ kind: "list", file: `${name}.csv`, bytes, sender: unit, brings, isGood: true });
}

/** A list of a unit whose name is longer than any. */
export function longUnitFile(desk: Desk, name: string): Letter {
  const person = desk.newcomer();
  const bytes = csvList(LONG_UNIT, [cellsOf(person)]);
  const refused = "工作单位有71个字";
  return letter({ kind: "long unit", file: `${name}.csv`, bytes, sender: "", brings: listed(person), refused, isGood: true });
}

/** A unit's own file with a cell as long as a cell can be, and a new mobile. */
export async function longCellFile(desk: Desk, name: string, unit: string): Promise<Letter> {
  const rows = await desk.rowsOf(unit);
  const [one, other, mobile] = [desk.pick(rows), desk.pick(rows), desk.mobile()];
  const bytes = await desk.typed(unit, [
    [other.at, AT.note, LONG],
    [one.at, AT.mobile, mobile],
  ]);
  const brings = [{ id: one.id, column: "手机号", value: mobile }];
  return letter({
    ...{ kind: "long cell", file: `${name}.xlsx`, bytes, sender: unit, brings },
    ...{ refused: "备注有32700个字", isGood: true },
  });
}

const cellsOf = ({ name, id }: Stranger): string[] => [name, id];

function listed({ name, id }: Stranger): Told[] {
  return [
    { id, column: "姓名", value: name },
    { id, column: "证件号", value: id },
    { id, column: "职位", value: "主要负责人" },
    { id, column: "申报类型", value: "初培" },
  ];
}
