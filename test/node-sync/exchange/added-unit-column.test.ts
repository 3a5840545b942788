import "../../support/added-columns";

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { exportOperation } from "../../../apps-script/domain/exchange/export";
import { incomingFileOf } from "../../../apps-script/domain/merge/returned";
import { importOperation } from "../../../apps-script/domain/operations/import";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { UNIT_COLUMNS } from "../../../apps-script/domain/schema/unit-columns";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { UnitBooks } from "../../../node-sync/src/exchange/export/unit-book";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { emptyUnitFile } from "../../../node-sync/src/workbook/unit-file";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { ADDED } from "../../support/added-columns";
import { bookOf } from "../../support/books";
import { SENT_PEOPLE, SENT_UNITS } from "../../support/sent-office";
import { headerOf, openBook } from "../workbook/open-book";

const TODAY = "2024-03-12";
const TITLES = Object.values(ADDED).map(({ title }) => title);
/** What a unit types into the added columns, and what 名册 then holds. */
const TYPED = ["甲班", "42", "2019年3月1日", " 晚班", "00123456789012345678"];
const READ: readonly Value[] = ["甲班", 42, "2019-03-01", "晚班", "00123456789012345678"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-added-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = bookOf({ keys: ["w1"], units: SENT_UNITS.map((name) => ({ name })), roster: SENT_PEOPLE });

/** The added cells of a person, in the order of `ADDED`. */
function addedOf(row: object | undefined): Value[] {
  const cells = row as Readonly<Record<string, Value>> | undefined;
  return Object.keys(ADDED).map((name) => cells?.[name] ?? null);
}

async function send(book: Snapshot) {
  const decision = exportOperation({ units: [SENT_UNITS[0]] }).decide(book, contextOf(book, TODAY));
  const after = withChanges(book, decision);
  const [file] = decision.report.files;
  if (!file) throw new Error("no file");
  return { after, bytes: await new UnitBooks().bytes(file) };
}

const typedInto = (bytes: Buffer, row: number, values: readonly string[]) =>
  patchWorkbook(bytes, [
    {
      sheet: "学员",
      firstDataRow: 3,
      cells: values.map((value, place) => {
        const column = 2 + UNIT_COLUMNS.indexOf(Object.keys(ADDED)[place] as (typeof UNIT_COLUMNS)[number]);
        return { row, column, value, kind: "text" as const };
      }),
    },
  ]);

async function take(book: Snapshot, bytes: Uint8Array, name: string) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const file = incomingFileOf(await readTableFile(path));
  const operation = importOperation([file], `${TODAY}T08:00:00+08:00`, {});
  const decision = operation.decide(book, contextOf(book, TODAY));
  return { decision, after: withChanges(book, decision) };
}

it("stands in the empty unit file and in a unit's own file", async () => {
  expect(headerOf(await openBook(await emptyUnitFile()), "学员", 1)).toEqual(expect.arrayContaining(TITLES));
  const { bytes } = await send(office);
  const header = headerOf(await openBook(bytes), "学员", 1);
  expect(header.slice(1, 1 + UNIT_COLUMNS.length).slice(-TITLES.length)).toEqual(TITLES);
  expect(header).toContain("班级");
});

it("comes back read by its kind; what differs on both sides stands in 冲突", async () => {
  const { after, bytes } = await send(office);
  const taken = await take(after, await typedInto(bytes, 3, TYPED), "发回.xlsx");
  const changed = taken.after.roster.filter((row) => addedOf(row).some((cell) => cell !== null));
  expect(changed.map(addedOf)).toEqual([READ]);

  const again = await send(taken.after);
  const key = changed[0]?.key;
  const edited = again.after.roster.map((row) => (row.key === key ? { ...row, note2: "乙班" } : row));
  const met = await take({ ...again.after, roster: edited }, await typedInto(again.bytes, 3, ["丙班"]), "又发回.xlsx");
  expect(met.after.conflicts.map(({ column, ours, theirs }) => ({ column, ours, theirs }))).toEqual([
    { column: "备注2", ours: "乙班", theirs: "丙班" },
  ]);
});

it("is known by its title in a list that a unit made itself; a cell that cannot be read is kept and said", async () => {
  const rows = [
    ["姓名", "证件号", "单位", "职务", "类别", ...TITLES],
    ["赵一", "379999198501010015", SENT_UNITS[0], "安全员", "初培", ...TYPED],
    ["钱二", "379999198501010031", SENT_UNITS[0], "安全员", "初培", "", "大号", "三月", "中班", ""],
  ];
  const csv = rows.map((cells) => cells.join(",")).join("\n");
  const { after, decision } = await take(office, Buffer.from(csv), "名单.csv");
  const added = after.roster.slice(office.roster.length);
  expect(added.map(addedOf)).toEqual([READ, [null, "大号", "三月", "中班", null]]);
  const said = decision.findings.filter(({ column }) => TITLES.some((title) => title === column));
  expect(said.map(({ code, column }) => [code, column]).sort()).toEqual([
    ["I06", "入职日期"],
    ["I25", "鞋号（码）"],
    ["I26", "班组"],
  ]);
});
