import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "../../domain/merge/lists";
import { emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";

const [ONE, TWO] = SENT_UNITS;
const HEAD = "姓名,证件号,手机号,工作单位,职位,申报类型";
const line = (name: string, id: string, unit: string): string => `${name},${id},,${unit},主要负责人,初培`;

interface Answer {
  readonly files: readonly {
    readonly file: string;
    readonly rows: Readonly<Record<string, number>>;
    readonly reply: string | null;
    readonly findings: readonly { readonly code: string; readonly message: string }[];
  }[];
}

let command: CommandLine;
let folder = "";
let book = "";
beforeAll(() => {
  command = new CommandLine();
});
afterAll(() => command.close());
beforeEach(async () => {
  folder = emptyFolder();
  book = join(folder, "名册.xlsx");
  writeFileSync(book, await sentOffice());
});

function put(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, `${[HEAD, ...lines].join("\n")}\n`);
  return path;
}

async function imported(path: string) {
  const ended = await command.run(["import", path, "--book", book, "--json", "--today", "2024-03-12"]);
  return { ...ended, answer: ended.json as Answer };
}

test("of a folder every list is taken whatever it is called, and what is not looked into is named", async () => {
  put("收件/名单.txt", line("新甲", idOf(601), ONE));
  put("收件/没有扩展名", line("新乙", idOf(602), ONE));
  put("收件/更早的/名单.csv", line("新丙", idOf(603), ONE));
  const { answer } = await imported(join(folder, "收件"));
  expect(answer.files).toMatchObject([
    { file: "名单.txt", rows: { new: 1 } },
    { file: "没有扩展名", rows: { new: 1 } },
    { file: "更早的", error: { message: expect.stringMatching(/更早的.*里还有 1 个文件，没有读入/u) } },
  ]);
});

test("a file called after one unit with another's people is asked about once, and given to neither", async () => {
  const { answer, exit } = await imported(put(`${ONE}.csv`, line("新甲", idOf(601), TWO), line("新乙", idOf(602), TWO)));
  expect(exit).toBe(4);
  const [file] = answer.files;
  expect(file).toMatchObject({ rows: { new: 0 }, reply: null });
  expect(file?.findings.map(({ code }) => code)).toEqual(["I20"]);
  expect(file?.findings[0]?.message).toMatch(new RegExp(`像是“${ONE}”发来的，其中2人的单位是“${TWO}”`, "u"));
});

test("called after its own unit, or after none, it is taken without a word", async () => {
  for (const [name, id] of [
    [`${TWO}.csv`, 601],
    ["名单.csv", 602],
  ] as const) {
    const { answer, exit } = await imported(put(name, line("新甲", idOf(id), TWO)));
    expect([exit, answer.files[0]?.rows.new, answer.files[0]?.findings]).toEqual([0, 1, []]);
  }
});

test("an id whose check digit is wrong is told to staff and never shown as taken", async () => {
  const wrong = idOf(601).replace(/.$/u, (last) => (last === "0" ? "1" : "0"));
  const { answer, exit } = await imported(put(`${ONE}.csv`, line("新甲", wrong, ONE)));
  expect(exit).toBe(4);
  expect(answer.files).toMatchObject([{ rows: { new: 1 }, reply: null, findings: [{ code: "R08" }] }]);
});
