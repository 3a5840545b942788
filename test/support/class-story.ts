import { copyFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type PlanRow, TABLES } from "../../apps-script/domain/schema/index";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import { type Snapshot, snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { assignRules } from "../../apps-script/domain/wording/assign";
import { todoRules } from "../../apps-script/domain/wording/reminders";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../domain/merge/lists";
import { shortName } from "./assigning";
import { anpei, emptyFolder } from "./cli";

const plan = resolve(__dirname, "../../templates/2024年培训计划.txt");
/** What 待办 says of classes; it also holds what other rules find, and days that draw near. */
const { T01, T02, T08, T09, T11, T12, T17 } = todoRules;
const ABOUT_CLASSES: readonly string[] = Object.values({ ...assignRules, T01, T02, T08, T09, T11, T12, T17 }).map(
  ({ title }) => title,
);

type Table = "roster" | "plan";
type Cells<T extends Table> = T extends "roster" ? Partial<Enrolment> : Partial<PlanRow>;
/** The cells of 名册 by name, or of 培训计划 by class. */
type Typed<T extends Table> = Readonly<Record<string, Cells<T>>>;

/** What stands in 名册 and 待办 after a run: [short class, light, rules of 待办 about the person]. */
type Stand = readonly [shortClass: string | null, light: string | null, ...rules: string[]];

let empty: string | undefined;

/** A new workbook with the plan of 2024; made once, then copied. */
function newBook(): string {
  const path = join(emptyFolder(), "名册.xlsx");
  if (empty === undefined) {
    if (anpei(["init", "--book", path, "--plan", plan, "--today", "2024-01-08"]).exit !== 0) throw new Error("no workbook");
    empty = path;
    return newBook();
  }
  copyFileSync(empty, path);
  return path;
}

/** People whom staff type into the workbook, and what the command line makes of them day by day. */
export class ClassStory {
  private readonly book = newBook();
  private now: Snapshot | undefined;

  private constructor(private readonly names: readonly string[]) {}

  /** The people are given their classes on 10 January. */
  static async given(people: Typed<"roster">): Promise<ClassStory> {
    const story = new ClassStory(Object.keys(people));
    await story.type(
      "roster",
      Object.fromEntries(Object.entries(people).map(([name, cells], at) => [name, personAt(at, name, cells)])),
    );
    const { exit, err } = anpei(["run", "assign", "--book", story.book, "--today", "2024-01-10", "--json"]);
    if (exit !== 0) throw new Error(err);
    return story;
  }

  /** Staff type into people's rows. */
  people(cells: Typed<"roster">): Promise<void> {
    return this.type("roster", cells);
  }

  /** Staff, or a list that is read, fill in cells of classes. */
  classes(cells: Typed<"plan">): Promise<void> {
    return this.type("plan", cells);
  }

  /** `run all` on a day: what became of everybody. */
  async on(today: string): Promise<Readonly<Record<string, Stand>>> {
    const { exit, err } = anpei(["run", "all", "--book", this.book, "--today", today, "--json"]);
    if (exit !== 0) throw new Error(err);
    this.now = snapshotOf(await new XlsxHost(this.book).read());
    const rows = this.names.map((name): [string, Stand] => {
      const row = this.row(name);
      return [name, [shortName(row.class), row.light, ...this.todo(name)]];
    });
    return Object.fromEntries(rows);
  }

  reasonOf(name: string): string {
    return this.row(name).reason ?? "";
  }

  /** The rules of 待办 about somebody or a class that still stand. */
  todo(subject: string): string[] {
    const rows = this.open().filter((row) => row.subject === subject);
    return rows.map(({ rule }) => String(rule)).sort();
  }

  /** What 待办 says, in the words of the first line about it. */
  said(subject: string, rule: string): string {
    return this.open().find((row) => row.subject === subject && row.rule === rule)?.content ?? "";
  }

  private open(): Snapshot["todo"] {
    return (this.now?.todo ?? []).filter(({ rule, state }) => ABOUT_CLASSES.includes(String(rule)) && state === null);
  }

  private row(name: string): Enrolment {
    const row = this.now?.roster.find((one) => one.name === name);
    if (row === undefined) throw new Error(`nobody is called ${name}`);
    return row;
  }

  private async type<T extends Table>(table: T, typed: Typed<T>): Promise<void> {
    const host = new XlsxHost(this.book);
    const grid = (await host.read()).find(({ title }) => title === TABLES[table].title);
    if (grid === undefined) throw new Error(`no ${table}`);
    const titles: Readonly<Record<string, { readonly title: string }>> = TABLES[table].columns;
    const names = grid.rows.map(({ at, values }) => [values[grid.header.indexOf(titles.name?.title ?? "")], at] as const);
    const placeOf = new Map(names);
    let next = grid.headerRow + 1;
    const writes = Object.entries(typed).flatMap(([name, cells]) => {
      const at = placeOf.get(name) ?? next++;
      return Object.entries(cells).map(([column, value]) => {
        const place = { sheet: grid.title, at, column: grid.header.indexOf(titles[column]?.title ?? "") };
        return { ...place, value, kind: typeof value === "number" ? ("number" as const) : ("text" as const) };
      });
    });
    await host.write([writes]);
  }
}

function personAt(at: number, name: string, cells: Partial<Enrolment>): Partial<Enrolment> {
  const id = { idType: "居民身份证", idNumber: idOf(at), mobile: `199${String(at).padStart(8, "0")}` } as const;
  return { name, ...id, unit: "测试矿业有限公司", post: "主要负责人", education: "大专", ...cells };
}
