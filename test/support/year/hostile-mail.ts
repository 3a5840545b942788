import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { olderCheck } from "../../../apps-script/domain/exchange/row-id";
import { zeroTable } from "../damaged-files";
import { type Cells, returnedFile } from "../exchange-lab";
import { hostileFiles } from "../hostile-files";
import { AT, unitAt } from "../sync-office";
import { type Desk, lastOf } from "./desk";
import { type Letter, letter, packed } from "./letters";

const WORKBOOK = "w-sync";
const FORGED_TITLES = ["姓名", "证件号", "手机号", "工作单位", "职位", "申报类型", "备注"];

/** A file that cannot be read, and the code with which it is refused. */
export interface Damaged {
  readonly file: string;
  readonly bytes: Buffer;
  readonly end: string;
}

/** Bombs, halves and whatever else is refused as a whole. */
export async function damagedFiles({ office }: Desk): Promise<Damaged[]> {
  const sent = await readFile(join(office.outbox, `${unitAt(0)}.xlsx`));
  const all = await hostileFiles(sent, { lastRow: 10 });
  const refused = all.filter(({ end }) => end !== "same" && end !== "list");
  return [...refused, { file: "零表.xls", bytes: zeroTable(), end: "broken" }];
}

export async function ownWorkbook({ office }: Desk, name: string): Promise<Letter> {
  const bytes = await readFile(office.book);
  return letter({ kind: "own workbook", file: `${name}.xlsx`, bytes, sender: "", error: "own-workbook" });
}

interface Victim {
  readonly exchange: string;
  readonly people: readonly { readonly enrolment: string; readonly id: string }[];
}

/** What a unit can find out about another: the numbers that its people and its file have. */
async function victimOf(desk: Desk, sender: string): Promise<Victim> {
  const { roster, exchanges } = await desk.office.snapshot();
  const unit = desk.pick((await desk.units()).filter((one) => one !== sender));
  const people = roster.filter((row) => row.unit === unit);
  return {
    exchange: String(exchanges.findLast((row) => row.unit === unit && row.direction === "发出")?.exchange),
    people: people.map(({ id, idNumber }) => ({ enrolment: String(id), id: String(idNumber) })),
  };
}

const olderId = (enrolment: string, exchange: string): string => `${enrolment}.${olderCheck(enrolment, exchange, WORKBOOK)}`;

/** A unit's own file into which it writes others' row ids as they were before there were seals, and no name. */
export async function olderIdsFile(desk: Desk, name: string, sender: string): Promise<Letter> {
  const last = lastOf(await desk.rowsOf(sender));
  const { exchange, people } = await victimOf(desk, sender);
  const cells = people.map(({ enrolment }, place) => [last + 1 + place, AT.rowId, olderId(enrolment, exchange)] as const);
  return letter({ kind: "older ids", file: `${name}.xlsx`, bytes: await desk.typed(sender, cells), sender });
}

/** "Of" another unit, out of what anybody knows: its people's numbers, and how marks look. */
export async function forgedFile(desk: Desk, name: string): Promise<Letter> {
  const sender = desk.pick(await desk.units());
  const { exchange, people } = await victimOf(desk, sender);
  const isOlder = desk.random() < 0.5;
  const rows = people.map(({ enrolment }): Cells => {
    const id = isOlder ? olderId(enrolment, exchange) : `${enrolment}.${exchange}.0123456789ABCDEF`;
    return { 行号: id, 手机号: desk.mobile() };
  });
  const identity = desk.pick(["both", "sheet", "keywords", "none"] as const);
  // Sealed by a key that only somebody else's workbook has.
  const key = { workbook: WORKBOOK, key: "x", schema: isOlder ? 1 : 2 };
  const { sheets, keywords } = returnedFile({ exchange, identity, titles: FORGED_TITLES, rows, ...key });
  return letter({ kind: "forged", file: `${name}.xlsx`, bytes: await packed(sheets, keywords ?? null), sender });
}

/** A list of a unit with a person of another, who is to have another name and mobile. */
export async function anothersPersonFile(desk: Desk, name: string): Promise<Letter> {
  const sender = desk.pick(await desk.units());
  const { people } = await victimOf(desk, sender);
  const bytes = [
    `填报单位：${sender},,,,,`,
    "姓名,证件号,工作单位,职位,申报类型,手机号",
    `某生人,${desk.pick(people).id},${sender},主要负责人,初培,${desk.mobile()}`,
  ].join("\n");
  return letter({ kind: "another's person", file: `${name}.csv`, bytes, sender });
}
