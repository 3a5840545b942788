import { sentHash } from "../../../apps-script/domain/exchange/identity";
import { olderCheck } from "../../../apps-script/domain/exchange/row-id";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../support/books";
import {
  type Cells,
  EXCHANGE,
  importFiles,
  type Played,
  returnedFile,
  sentBook,
  UNIT,
  unitValues,
  WORKBOOK,
} from "../../support/exchange-lab";
import { idOf } from "./lists";

/** Which files a workbook takes for its own, over copies, restored backups and files from before there were seals. */

const person = (serial: number): Cells => ({
  报名编号: `B2024-0000${serial}`,
  姓名: "王梦李明赵刚孙洁".slice(serial * 2 - 2, serial * 2),
  证件号: idOf(serial),
  手机号: `1380013800${serial}`,
  工作单位: UNIT,
  证件有效期: "2024-06-15",
});
const agreed = [1, 2, 3, 4].map(person);
const TITLES = ["姓名", "证件号", "手机号", "工作单位", "证件有效期", "备注"];
const asReturned = (people: readonly Cells[]): Cells[] =>
  people.map(({ 报名编号: id, ...cells }, place) => ({ ...cells, 行号: id ?? null, ...(place === 0 ? { 备注: "夜班" } : {}) }));
const fileOf = (more: Partial<Parameters<typeof returnedFile>[0]> = {}) =>
  returnedFile({ titles: TITLES, sent: agreed, rows: asReturned(agreed), ...more });
const book = (more: Parameters<typeof sentBook>[2] = {}) => sentBook(agreed, [{ generation: 1, people: agreed }], more);

const verdict = ({ reports }: Played) =>
  reports.map(({ kind, generation, findings }) => [
    kind,
    generation,
    ...findings.map(({ code }) => code).filter((code) => /^E/.test(code)),
  ]);
const OURS = [["returned", 1]];
const OUTSIDE = [["foreign", null, "E29"]];
const UNPROVEN = [["foreign", null, "E30"]];

describe("a copied workbook has a name and a secret of its own", () => {
  const copy = (): Snapshot => book({ keys: ["W-copy", WORKBOOK] });

  test("it knows what went out before it was copied, whole or with its rows alone", () => {
    expect(verdict(importFiles(copy(), [fileOf()]))).toEqual(OURS);
    expect(verdict(importFiles(copy(), [fileOf({ identity: "none" })]))).toEqual([["returned", 1, "E07"]]);
  });

  test("what the original sends afterwards under the same number is not its own", () => {
    const later = fileOf({ generation: 2 });
    expect(verdict(importFiles(copy(), [later]))).toEqual(OUTSIDE);
    const other = agreed.map((one) => ({ ...one, 手机号: "13700137000" }));
    expect(verdict(importFiles(copy(), [fileOf({ sent: other })]))).toEqual(OUTSIDE);
  });

  test("the original does not know what the copy sends", () => {
    expect(verdict(importFiles(book(), [fileOf({ workbook: "W-copy" })]))).toEqual([["returned", 1, "E02"]]);
    expect(verdict(importFiles(book(), [fileOf({ workbook: "W-copy", identity: "keywords" })]))).toEqual(UNPROVEN);
    expect(verdict(importFiles(book(), [fileOf({ workbook: "W-copy", identity: "none" })]))).toEqual(UNPROVEN);
  });
});

test("put back to an earlier state, a workbook says of a later file that it was sent before that", () => {
  const restored: Snapshot = { ...book(), exchanges: [], bases: [] };
  const played = importFiles(restored, [fileOf()]);
  expect(verdict(played)).toEqual(OUTSIDE);
  expect(played.decision.findings.find(({ code }) => code === "E29")?.message).toContain("恢复前发出");
});

describe("what a unit changes in the marks of its own file", () => {
  test.each([
    ["another generation", { generation: 2 }],
    ["another exchange", { exchange: "X00002" }],
  ])("%s, without the seal for it: the rows alone tell, and there is no base", (_name, change) => {
    const { sheets, ...file } = fileOf();
    const forged = sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ at, cells }) => ({
        at,
        cells: cells.map((cell) =>
          typeof cell === "string" && cell.startsWith("{") ? JSON.stringify({ ...JSON.parse(cell), ...change }) : cell,
        ),
      })),
    }));
    const played = importFiles(book(), [{ ...file, sheets: forged, keywords: null }]);
    expect(verdict(played)).toEqual([["returned", null, "E05", "E08"]]);
    expect(played.after.conflicts.map(({ theirs }) => theirs)).toEqual(["夜班"]);
  });

  test("row ids beside other people tell nothing", () => {
    const others = agreed.map((one, place) => ({ ...one, 姓名: `某甲${place}`, 证件号: idOf(60 + place) }));
    expect(verdict(importFiles(book(), [fileOf({ identity: "none", rows: asReturned(others) })]))).toEqual(UNPROVEN);
  });
});

describe("files from before there were seals", () => {
  const older = (): Snapshot => {
    const whole = book();
    return { ...whole, exchanges: whole.exchanges.map((row) => ({ ...row, contents: null })) };
  };
  const hash = sentHash(agreed.map((cells) => ({ enrolment: String(cells.报名编号), values: unitValues(cells) })));
  const file = (told: string = hash) => {
    const rows = asReturned(agreed).map(({ 行号: id, ...cells }) => {
      return { ...cells, 行号: `${id}.${olderCheck(String(id), EXCHANGE, WORKBOOK)}` };
    });
    const { sheets, ...rest } = fileOf({ rows });
    const identity = { exchange: EXCHANGE, generation: 1, workbook: WORKBOOK, schema: 1, hash: told, rows: agreed.length };
    const hidden = { name: "_anpei", hidden: true, rows: ["anpei-unit-file", JSON.stringify(identity)] };
    return {
      ...rest,
      keywords: `anpei-${EXCHANGE}-1-${told}`,
      sheets: [...sheets.slice(0, 1), { ...hidden, rows: hidden.rows.map((cell, at) => ({ at: at + 1, cells: [cell] })) }],
    };
  };

  test("count while the exchange's last file is one, if they hold what was sent", () => {
    const played = importFiles(older(), [file()]);
    expect(verdict(played)).toEqual(OURS);
    expect(played.after.roster[0]?.note).toBe("夜班");
  });
  test("do not count with another hash", () => expect(verdict(importFiles(older(), [file("0".repeat(28))]))).toEqual(UNPROVEN));
  test("do not count once a sealed file went out", () => expect(verdict(importFiles(book(), [file()]))).toEqual(UNPROVEN));
  test("do not count without their hash", () => {
    const { sheets, ...rest } = file();
    const bare = { ...rest, sheets: sheets.slice(0, 1), keywords: null };
    expect(verdict(importFiles(older(), [bare]))).toEqual(UNPROVEN);
  });
});

test("a workbook without a secret takes nothing for its own", () => {
  expect(verdict(importFiles({ ...book(), seals: bookOf({}).seals }, [fileOf({ identity: "keywords" })]))).toEqual(UNPROVEN);
});
