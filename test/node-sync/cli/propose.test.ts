import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { anpei, emptyFolder } from "../../support/cli";

const PLAN = resolve(__dirname, "../../../templates/2024年培训计划.txt");

interface Proposal {
  readonly year: number;
  readonly classes: readonly Readonly<Record<string, string | null>>[];
  readonly open: readonly string[];
  readonly text: string;
}

let folder: string;
let book: string;
beforeAll(() => {
  folder = emptyFolder();
  book = join(folder, "名册.xlsx");
  expect(anpei(["init", "--book", book, "--plan", PLAN, "--today", "2024-01-02"]).exit).toBe(0);
});

const propose = (...more: string[]) =>
  anpei(["plan", "--propose", "2025", "--book", book, "--today", "2024-12-02", "--json", ...more]);

test.each([".xlsx", ".csv", ".txt"])(
  "what is proposed is written as %s, read back class by class, and blocks nothing",
  (ending) => {
    const [before, out] = [readFileSync(book), join(folder, `计划2025${ending}`)];
    const { exit, json } = propose("--out", out);
    const { classes, open, year } = json as Proposal;
    expect([exit, year, open, classes.length]).toEqual([0, 2025, [], 12]);
    expect(readFileSync(book).equals(before)).toBe(true);

    const next = join(folder, `新${ending}.xlsx`);
    const made = anpei(["init", "--book", next, "--plan", out, "--today", "2025-01-02", "--json"]);
    expect(made).toMatchObject({ exit: 0, json: { plan: { classes: 12 } } });
    const { rows } = anpei(["show", "培训计划", "--book", next, "--json"]).json as { rows: Record<string, unknown>[] };
    expect(rows.map((row) => [row.班级名称, row.报到时间]).sort()).toEqual(
      classes.map((one) => [one.班级名称, one.报到时间]).sort(),
    );
    expect(propose("--out", out)).toMatchObject({ exit: 3, json: { error: { code: "exists" } } });
  },
);

test("on the terminal each class has its reason, and the table of the notice", () => {
  const { out } = anpei(["plan", "--propose", "2025", "--book", book]);
  expect(out).toMatch(/再培训班第九期：1-2月没有班级，给证件2026年1-2月到期的人加一个班/u);
  expect(out).toMatch(/培训班第一期\s+4月1日\s+3月3日-4月2日\s+4月7日9:00-11:00\s+4月7日-4月16日/u);
  expect(out).not.toContain("␉");
});

test.each([
  ["a year without the plan of the year before", ["--propose", "2026"], 3, "没有2025年的培训计划"],
  ["what is no year", ["--propose", "明年"], 2, "明年"],
  ["a file of another kind", ["--propose", "2025", "--out", "计划.docx"], 2, "计划.docx"],
  ["neither a file nor a year", [], 2, "--propose 2025"],
])("it refuses %s", (_, args, exit, said) => {
  expect(anpei(["plan", ...args, "--book", book, "--json"])).toMatchObject({
    exit,
    json: { error: { message: expect.stringContaining(said) } },
  });
});
