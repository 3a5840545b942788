import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { anpei, emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { obeyedIn } from "../../support/obeyed";
import { csvList } from "../../support/sync-office";

const plan = resolve(__dirname, "../../../templates/2024年培训计划.txt");
const CLEAR = "\u001b[2J\u001b]0;x\u0007";
const RTL = "\u202e";
/** A name in which everything is hidden that a terminal obeys; the last line of it tries to speak for us. */
const hostile = (ending: string): string => `甲${CLEAR}${RTL}\u009b31m\r\n冒充的一行${ending}`;

let folder = "";
let book = "";
let commands: CommandLine;
beforeAll(() => {
  commands = new CommandLine();
  folder = join(emptyFolder(), hostile("文件夹"));
  mkdirSync(folder);
  book = join(folder, hostile(".xlsx"));
  expect(anpei(["init", "--book", book, "--plan", plan]).exit).toBe(0);
});
afterAll(async () => {
  await commands.close();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

function put(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, csvList(`甲矿\u001b[31m${RTL}`, [["某人\u001b[2J", "没有"]]));
  utimesSync(file, 1, 1);
  return file;
}

const here = (name: string): string => join(folder, name);
const calls: Readonly<Record<string, () => readonly string[]>> = {
  "a list that is taken": () => ["import", put(hostile(".csv")), "--book", book],
  "a folder of lists": () => [
    "import",
    join(put("名单", hostile(".csv")), ".."),
    "--book",
    book,
    "--replies",
    here(hostile("回执")),
  ],
  "what is no list": () => ["import", put(hostile(".docx")), "--book", book],
  "a site's list": () => ["import", put(hostile(".csv")), "--as", "成绩", "--book", book],
  "a kind of list that there is none of": () => ["import", "x.csv", "--as", hostile(""), "--book", book],
  "a file that is not there": () => ["import", here(hostile("没有.csv")), "--book", book],
  "a plan that is none": () => ["plan", put(hostile(".csv")), "--book", book],
  "a plan that is not there": () => ["plan", here(hostile("没有.txt")), "--book", book],
  "cards that are none": () => ["cards", put(hostile(".csv")), "--book", book],
  "an inbox": () => ["sync", "--book", book, "--inbox", join(put("收件", hostile(".csv")), ".."), "--outbox", here("发件")],
  "an inbox with what stays": () => {
    put("收件", hostile(".docx"));
    mkdirSync(join(folder, "收件", hostile("夹")), { recursive: true });
    return ["sync", "--book", book, "--inbox", here("收件"), "--outbox", here(hostile("发件"))];
  },
  "an inbox that is not there": () => ["sync", "--book", book, "--inbox", here(hostile("没有")), "--outbox", here("发件")],
  "an outbox": () => ["export", "--book", book, "--out", here(hostile("发件"))],
  "a unit that there is none of": () => ["export", "--book", book, "--out", here("发件"), "--unit", hostile("")],
  "every action": () => ["run", "all", "--book", book],
  "an action that there is none of": () => ["run", hostile(""), "--book", book],
  "a tab": () => ["show", "往来", "--book", book],
  "a tab that there is none of": () => ["show", hostile(""), "--book", book],
  "a run that there is none of": () => ["undo", "--run", hostile(""), "--book", book],
  "the runs": () => ["log", "--book", book],
  "the doctor": () => ["doctor", "--book", book],
  "a workbook that is there": () => ["init", "--book", book],
  "a workbook that is not there": () => ["run", "all", "--book", here(hostile("没有.xlsx"))],
  "a workbook by another ending": () => ["run", "all", "--book", here(hostile(""))],
  "a workbook that is open": () => {
    writeFileSync(join(folder, `~$${hostile(".xlsx")}`), "");
    return ["run", "all", "--book", book];
  },
  "a client file": () => ["login", "--client", here(hostile(".json"))],
  "an option": () => ["run", "all", `--${hostile("")}`, "--book", book],
  "a command": () => [hostile("")],
  "a Sheet": () => ["doctor", "--sheet", hostile("")],
  "a day": () => ["run", "all", "--today", hostile(""), "--book", book],
};

test.each(Object.entries(calls))("%s: nothing of a name moves the cursor, turns a line or begins one", async (_, call) => {
  const args = call();
  const kept = readFileSync(book);
  for (const more of [[], ["--json"]]) {
    writeFileSync(book, kept);
    const { out, err } = await commands.run([...args, ...more]);
    expect(out + err).not.toBe("");
    for (const text of [out, err]) {
      expect(obeyedIn(text)).toEqual([]);
      expect(text).not.toMatch(/^冒充/mu);
    }
  }
  rmSync(join(folder, `~$${hostile(".xlsx")}`), { force: true });
});

test("in JSON the names are whole; those that we make have nothing of the kind", async () => {
  const { json } = await commands.run(["import", put(hostile(".csv")), "--book", book, "--json"]);
  expect((json as { files: { file: string }[] }).files.map(({ file }) => file)).toEqual([hostile(".csv")]);
  const replies = readdirSync(folder).filter((name) => name.includes("退回"));
  expect(replies.length).toBeGreaterThan(0);
  for (const name of replies) expect(obeyedIn(name)).toEqual([]);
});
