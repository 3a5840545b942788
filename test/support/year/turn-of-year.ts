import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Grid } from "../../../apps-script/domain/snapshot/grid";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { anpei } from "../cli";
import { anpeiOnDisk } from "../disk-faults";
import { SyncOffice } from "../sync-office";
import type { Turn } from "../years/rolling-centre";

/** What staff know of a person at the end of a year. */
type Fate = Readonly<Record<string, string>>;

/** Of seven people as many fates, in turn. */
function fatesOf(year: number): readonly Fate[] {
  const came = { 报到日期: `${year}-05-14`, 培训完成: "是" };
  const passed = { ...came, 考试状态: "合格", 考试日期: `${year}-06-10` };
  const renewed = { ...passed, 新有效期: `${year + 3}-06-09` };
  const failed = { ...came, 考试状态: "不合格", 考试次数: "1", 考试日期: `${year}-12-10` };
  return [renewed, failed, renewed, passed, renewed, { 报名状态: "离职" }, {}];
}

/** An office at the turn of a year: what staff type at its end, and the way into the next book. */
export class TurnOfYear {
  readonly day: string;

  constructor(
    private readonly office: SyncOffice,
    private readonly random: () => number,
    private readonly year: number,
  ) {
    this.day = `${year}-12-20`;
  }

  /** Results and payments of everybody; of those who came a third has not paid. */
  async typeResults(): Promise<void> {
    const fates = fatesOf(this.year);
    const { roster } = await this.office.snapshot();
    const typed = roster.map((row, place) => ({ row, fate: fates[place % fates.length] as Fate }));
    await this.type("名册", (at) => typed.find(({ row }) => row.at === at)?.fate ?? {});
    const payers = typed.filter(({ fate }) => fate.报到日期 !== undefined && this.random() > 0.33);
    await this.addPayments(payers.map(({ row: { key } }) => key));
    this.call(["run", "all"]);
  }

  /** In January the 补考 of the year is over: who had failed once has passed now, and some of the others have paid. */
  async typeLateResults(): Promise<number> {
    const { roster } = await this.office.snapshot();
    const late = new Map(roster.filter(({ exam }) => exam === "不合格").map((row) => [row.at, row]));
    const passed: Fate = { 考试状态: "合格", 考试日期: `${this.year + 1}-01-08`, 新有效期: `${this.year + 4}-01-07` };
    await this.type("名册", (at) => (late.has(at) ? passed : {}));
    await this.addPayments(roster.filter(({ feeState }) => feeState === "未缴" && this.random() < 0.5).map(({ key }) => key));
    this.call(["run", "all"], `${this.year + 1}-01-10`);
    return late.size;
  }

  /** Carries the book over, or carries it over again: killed once on the way, and called until it is done. */
  async roll(today = this.day): Promise<{ readonly office: SyncOffice; readonly turn: Turn }> {
    const folder = join(this.office.folder, String(this.year + 1));
    const next = new SyncOffice(folder, `${this.year + 1}-03-03`);
    await mkdir(next.inbox, { recursive: true });
    const args = ["init", "--from", this.office.book, "--book", next.book, "--json", "--today", today];
    const fault = { kind: "kill", at: 1 + Math.floor(this.random() * 12), under: this.office.folder } as const;
    const { exit } = anpeiOnDisk(args, fault);
    const ended = exit ?? anpei(args).exit;
    if (ended !== 0 && ended !== 4) throw new Error(`carried over with ${ended}, after a kill at ${fault.at}`);
    const [old, book] = [await this.office.snapshot(), await next.snapshot()];
    return { office: next, turn: { old, next: book, carried: carriedNow(old, today), isFirst: today === this.day } };
  }

  /** The plan of the new year, as it is proposed from this one. */
  loadPlan(next: SyncOffice): void {
    const file = join(next.folder, "计划.csv");
    this.call(["plan", "--propose", String(this.year + 1), "--out", file]);
    const { exit, out } = anpei(["plan", file, "--book", next.book, "--json", "--today", `${this.year + 1}-01-13`]);
    if (exit !== 0 && exit !== 4) throw new Error(`the proposed plan was not loaded: ${out.slice(0, 500)}`);
  }

  /** Ends the year; gives back how a run is refused from then on. */
  close(): unknown {
    this.call(["do", "close-year"], `${this.year + 1}-02-20`);
    return anpei(["run", "all", "--book", this.office.book, "--json", "--today", `${this.year + 1}-02-21`]).json;
  }

  private call(args: readonly string[], today = this.day): void {
    const { exit, out } = anpei([...args, "--book", this.office.book, "--json", "--today", today]);
    if (exit !== 0 && exit !== 4) throw new Error(`${args.join(" ")}: ${exit} ${out.slice(0, 500)}`);
  }

  private async type(tab: string, cellsOf: (at: number) => Fate): Promise<void> {
    const host = new XlsxHost(this.office.book);
    const grid = (await host.read()).find(({ title }) => title === tab) as Grid;
    const writes = grid.rows.flatMap(({ at }) => writesOf(grid, at, cellsOf(at)));
    if (writes.length > 0) await host.write([writes]);
  }

  private async addPayments(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const host = new XlsxHost(this.office.book);
    const grid = (await host.read()).find(({ title }) => title === "缴费") as Grid;
    const last = grid.rows.reduce((most, { at }) => Math.max(most, at), grid.headerRow);
    const cells = { 日期: `${this.year}-05-14`, 金额: "300", 方式: "现金" };
    await host.write([keys.flatMap((key, place) => writesOf(grid, last + 1 + place, { ...cells, 分摊到: key }))]);
  }
}

function writesOf(grid: Grid, at: number, cells: Fate): CellWrite[] {
  return Object.entries(cells).map(([title, value]) => {
    const column = grid.header.indexOf(title);
    if (column < 0) throw new Error(`no column ${title}`);
    const isNumber = title === "金额" || title === "考试次数";
    return { sheet: grid.title, at, column, value: isNumber ? Number(value) : value, kind: isNumber ? "number" : "text" };
  });
}

const carriedNow = (old: Snapshot, today: string): Turn["carried"] => carriedOver(old, contextOf(old, today));
