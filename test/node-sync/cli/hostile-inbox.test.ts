import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as XLSX from "@e965/xlsx";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../../domain/merge/lists";
import { sheetOf } from "../../readers/support/minimal-workbook";
import { cell2003, excel2003, webPage, zeroTable } from "../../support/damaged-files";
import { commandLineWithMisbehavingReaders } from "../../support/reader-program";

let folder = "";
let main = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-hostile-inbox-"));
  main = commandLineWithMisbehavingReaders(folder);
  writeFileSync(
    join(folder, "peak.mjs"),
    `import fs from "node:fs"; import { isMainThread } from "node:worker_threads";
if (isMainThread && !process.send) process.on("exit", () => {
  fs.writeFileSync(${JSON.stringify(join(folder, "peak"))}, String(process.resourceUsage().maxRSS));
});`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly exit: number | null;
  readonly err: string;
  readonly files: readonly { readonly file: string; readonly error?: { readonly code: string; readonly message: string } }[];
}

function anpei(...args: readonly string[]): Said {
  const all = ["--import", pathToFileURL(join(folder, "peak.mjs")).href, main, ...args, "--json", "--book", book()];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8", maxBuffer: 1e9 });
  const json = JSON.parse(stdout || "{}") as { readonly imports?: Said; readonly files?: Said["files"] };
  return { exit: status, err: stderr, files: json.imports?.files ?? json.files ?? [] };
}

const book = (): string => join(folder, "名册.xlsx");
const at = (...path: readonly string[]): string => join(folder, "收件", ...path);

const BOOK_TYPES = { xlsx: "xlsx", xls: "biff8", xlsb: "xlsb", ods: "ods", csv: "csv" } as const;

/** A list of one person, as a unit makes it. */
function listOf(place: number, bookType: XLSX.BookType): Buffer {
  const header = ["姓名", "证件号", "工作单位", "职位", "申报类型"];
  const person = [`某${"甲乙丙丁戊"[place]}`, idOf(700 + place), "甲矿业有限公司", "主要负责人", "初培"];
  const wb = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(wb, XLSX.utils.aoa_to_sheet([header, person]), "名单");
  return XLSX.write(wb, { type: "buffer", bookType }) as Buffer;
}

const bomb = (): Buffer =>
  sheetOf(
    Array.from({ length: 60_000 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`).join(""),
    `<si><t>${"长".repeat(3_000)}</t></si>`,
  );

/** Of what is refused within a budget, and of what ends its reader. */
const HOSTILE: readonly (readonly [file: string, bytes: Buffer | string, code: string])[] = [
  ["0零表.xls", zeroTable(), "broken"],
  ["1共享文字.xlsx", bomb(), "too-large"],
  ["2远列.xml.xls", excel2003(`<Row>${cell2003("甲", 'ss:Index="1000000000"')}</Row>`), "too-large"],
  ["3宽格.xls", webPage("<tr><td colspan=100000000>甲</td><td>乙</td></tr>"), "I02"],
  ["4截断.xls", listOf(0, "biff8").subarray(0, 2_000), "broken"],
  ["5深.xlsx", sheetOf("", `<si>${"<r>".repeat(100_000)}`), "broken"],
  ["缓冲.csv", "姓名\n甲\n", "reader-memory"],
  ["退出.csv", "姓名\n乙\n", "reader-died"],
];

function arrive(file: string, bytes: Buffer | string): void {
  writeFileSync(at(file), bytes);
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(at(file), anHourAgo, anHourAgo);
}

const codesOf = ({ files }: Said): Record<string, string> =>
  Object.fromEntries(files.flatMap(({ file, error }) => (error ? [[file, error.code]] : [])));

test("whatever lies in the inbox, the good files are taken and the others named", async () => {
  expect(anpei("init", "--year", "2024").exit).toBe(0);
  mkdirSync(at());
  const good = Object.entries(BOOK_TYPES).map(
    ([ending, type], place) => [`名单${place}.${ending}`, listOf(place, type)] as const,
  );
  for (const [file, bytes] of [...HOSTILE, ...good]) arrive(file, bytes);

  const args = ["sync", "--inbox", at(), "--outbox", join(folder, "发件"), "--today", "2024-03-12"];
  const first = anpei(...args);
  expect(first).toMatchObject({ exit: 4, err: "" });
  expect(codesOf(first)).toEqual(Object.fromEntries(HOSTILE.map(([file, , code]) => [file, code])));
  for (const { file, error } of first.files)
    if (error) expect(error.message).toMatch(new RegExp(`(?:「${file}」|^${file}：).*。$`, "u"));
  expect(readdirSync(at("已处理")).sort()).toEqual(good.map(([file]) => file).sort());
  const roster = (await new XlsxHost(book()).read()).find(({ title }) => title === "名册");
  const name = roster?.header.indexOf("姓名") ?? -1;
  expect(roster?.rows.map(({ values }) => values[name]).sort()).toEqual([..."甲乙丙丁戊"].map((letter) => `某${letter}`).sort());
  // Kilobytes: the same inbox without hostile files takes about 120 MB.
  expect(Number(readFileSync(join(folder, "peak"), "utf8"))).toBeLessThan(400_000);

  // What ended its reader by what it took is not read again by itself, and said so; named, it is tried.
  const second = anpei(...args);
  expect(codesOf(second)).toEqual({ ...codesOf(first), "缓冲.csv": "set-aside" });
  const named = anpei("import", at("缓冲.csv"), at("已处理", "名单0.xlsx"), "--today", "2024-03-12");
  expect(codesOf(named)).toEqual({ "缓冲.csv": "reader-memory" });
});
