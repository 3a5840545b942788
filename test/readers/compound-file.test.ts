import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { workbookStream } from "../../node-sync/src/files/compound-file";
import { readTable } from "../../node-sync/src/files/read-table-file";
import { UnreadableFile } from "../../node-sync/src/xlsx/unreadable-file";
import { zeroTable } from "../support/damaged-files";

const SECTOR = 512;
const [FREE, END] = [0xffffffff, 0xfffffffe];

function listOf(rows: number): XLSX.WorkBook {
  const book = XLSX.utils.book_new();
  const lines = Array.from({ length: rows }, (_, row) => [`某${row}`, row]);
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["姓名", "序号"], ...lines]), "名单");
  return book;
}

const oldFile = (rows: number, bookType: XLSX.BookType = "biff8"): Buffer =>
  XLSX.write(listOf(rows), { type: "buffer", bookType }) as Buffer;

const whole = oldFile(300);
const placeOf = (sector: number): number => (sector + 1) * SECTOR;
const fatAt = (file: Buffer): number => placeOf(file.readUInt32LE(76));

/** The directory's entry of that name. */
function entryAt(file: Buffer, name: string): number {
  return file.indexOf(Buffer.from(`${name}\0`, "utf16le"), placeOf(file.readUInt32LE(48)));
}
const startOf = (file: Buffer, name: string): number => file.readUInt32LE(entryAt(file, name) + 116);

function damaged(damage: (file: Buffer) => Buffer | undefined): Buffer {
  const copy = Buffer.from(whole);
  return damage(copy) ?? copy;
}

function linked(file: Buffer, from: number, to: number): undefined {
  file.writeUInt32LE(to, fatAt(file) + from * 4);
}

const refused = "文件「名单.xls」已损坏（内部的区块目录有误）。请用 Excel 或 WPS 打开并另存一份，再重新导入。";
const outcome = (file: Buffer): Promise<unknown> =>
  readTable(file, "名单.xls").then(
    ({ sheets }) => sheets[0]?.rows.length,
    (error: Error) => error.message,
  );

test.each<[string, Buffer, unknown]>([
  ["as it was written", whole, 301],
  ["with its small streams in pieces", oldFile(1), 2],
  ["of Excel 95", oldFile(300, "biff5"), 301],
  ["a table of sectors that is all zero", zeroTable(), refused],
  [
    "a chain that runs in circles",
    damaged((file) => linked(file, startOf(file, "Workbook") + 2, startOf(file, "Workbook"))),
    refused,
  ],
  [
    "a sector that follows itself",
    damaged((file) => linked(file, startOf(file, "Workbook"), startOf(file, "Workbook"))),
    refused,
  ],
  ["a chain that ends too early", damaged((file) => linked(file, startOf(file, "Workbook"), END)), refused],
  ["a chain that leaves the file", damaged((file) => linked(file, startOf(file, "Workbook"), 100_000)), refused],
  ["a directory in circles", damaged((file) => linked(file, file.readUInt32LE(48), file.readUInt32LE(48))), refused],
  ["a table beyond the file", damaged((file) => void file.writeUInt32LE(90_000, 76)), refused],
  [
    "a list of tables that follows itself",
    damaged((file) => {
      const last = Math.floor(file.length / SECTOR) - 1;
      const list = Buffer.alloc(SECTOR, 0xff);
      list.writeUInt32LE(last, SECTOR - 4);
      file.writeUInt32LE(last, 68);
      return Buffer.concat([file.subarray(0, placeOf(last)), list]);
    }),
    refused,
  ],
  [
    "a stream as long as a disk",
    damaged((file) => void file.writeUInt32LE(0xfffffff0, entryAt(file, "Workbook") + 120)),
    refused,
  ],
  ["sectors of no size", damaged((file) => void file.writeUInt16LE(31, 30)), refused],
  ["cut off", whole.subarray(0, whole.length / 2), refused],
  ["nothing but its first bytes", whole.subarray(0, 40), refused],
])("an old file: %s", async (_what, file, expected) => expect(await outcome(file)).toEqual(expected));

test("a circle in a chain that holds no sheets is nobody's business", async () => {
  const unused = Math.floor(whole.length / SECTOR) + 2;
  const copy = damaged((file) => linked(file, unused, unused));
  expect(copy.readUInt32LE(fatAt(copy) + unused * 4)).not.toBe(FREE);
  expect(await outcome(copy)).toBe(301);
});

test("whatever is wrong with the places in a file, it is read or refused", () => {
  const edit = fc.tuple(fc.nat(whole.length - 4), fc.oneof(fc.nat(300), fc.constantFrom(FREE, END, 0x7fffffff)));
  const header = fc.tuple(fc.integer({ min: 24, max: 200 }), fc.nat(0xffff));
  fc.assert(
    fc.property(fc.array(fc.oneof(edit, header), { minLength: 1, maxLength: 6 }), (edits) => {
      const file = Buffer.from(whole);
      for (const [at, value] of edits) file.writeUInt32LE(value, at);
      try {
        expect(workbookStream(file, "a.xls")?.length ?? 0).toBeLessThanOrEqual(file.length);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
      }
    }),
    { numRuns: process.env.ANPEI_SOAK ? 20_000 : 300 },
  );
});
