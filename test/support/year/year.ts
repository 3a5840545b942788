import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addDays } from "../../../apps-script/domain/days/civil-day";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { anpeiOnDisk, type DiskFault, type Faulted } from "../disk-faults";
import { readableIn } from "../leaks";
import type { SyncOffice } from "../sync-office";
import { Desk } from "./desk";
import { Ledger, type Line, linesOf } from "./ledger";
import type { Kind, Letter, Told } from "./letters";
import { Mail } from "./mail";
import { OutboxWatch } from "./outbox-watch";

interface Doc {
  readonly imports?: { readonly files: readonly { readonly file: string; readonly error?: { readonly code: string } }[] };
}

/** What the runs of one day ended with and said. */
interface Day {
  readonly runs: readonly Faulted[];
  readonly isKilled: boolean;
}

const FAULTS = ["kill", "full", "read-only"] as const;

/** Those that a unit makes of the newest file that it was sent. */
const OWN_FILES: readonly Kind[] = ["typed", "long cell", "older ids"];

/** An office that syncs once a day, whatever arrives and whatever becomes of its disk, and what went wrong there. */
export class Year {
  readonly ledger = new Ledger();
  readonly watch: OutboxWatch;
  readonly kinds = new Map<string, number>();
  readonly faults = new Map<string, number>();
  readonly stopped: string[] = [];
  /** Good files that are not in 已处理, others that no report names, refusals whose reason is told nowhere. */
  readonly untold: string[] = [];
  /** Refusals in lists of nobody known, who can be answered by no file, in a run that was killed before it said anything. */
  unsaid = 0;
  conflicts = 0;
  /** How many changes the last run made. */
  private moments = 60;
  /** How many faults were set, each kind in its turn; some come after the last change, and so to nothing. */
  private tries = 0;

  private constructor(
    readonly office: SyncOffice,
    readonly desk: Desk,
    private readonly mail: Mail,
  ) {
    this.watch = new OutboxWatch(office.outbox);
  }

  /** @param used words that an earlier year has used */
  static async begin(office: SyncOffice, random: () => number, used = 0): Promise<Year> {
    await office.sync();
    const desk = new Desk(office, random, used);
    return new Year(office, desk, await Mail.of(desk));
  }

  /** @param besides letters of a kind that not every day brings */
  async day(day: number, besides: readonly Letter[] = []): Promise<void> {
    const letters = [...besides, ...(await this.mail.ofDay(day))];
    for (const { kind } of letters) count(this.kinds, kind);
    const before = await this.read();
    this.ledger.begin(before);
    for (const { sender, kind } of letters) if (OWN_FILES.includes(kind)) this.ledger.agree(before, sender);
    for (const { brings } of letters) this.ledger.bring(brings);
    const typed = this.desk.random() < 0.4 ? await this.staffType(before, letters) : [];
    const moving = [...typed, ...letters.flatMap(({ brings }) => brings)];
    if (this.desk.random() < 0.3) await this.staffChoose(before, moving);
    for (const { file, bytes } of letters) await this.office.arrive(file, bytes);
    await this.watch.sent(letters);
    const done = this.sync(day);
    const after = await this.read();
    this.ledger.compare(after, day);
    this.conflicts = Math.max(this.conflicts, linesOf(after, "冲突").length);
    await this.watch.look(after, day);
    await this.compareTold(letters, done, after, day);
    // What cannot be read lies about for a while, until staff throw it away.
    if (day % 4 === 0) for (const name of await this.office.names("收件")) await this.office.discard(name);
  }

  /** On some days the disk goes wrong, or the program is killed, once or twice; then the day is simply run again. */
  private sync(day: number): Day {
    const runs: Faulted[] = [];
    const { folder, outbox } = this.office;
    while (runs.length < 2 && this.desk.random() < 0.4) {
      const kind = FAULTS[this.tries % FAULTS.length] ?? "full";
      this.tries += 1;
      const at = 1 + this.desk.below(this.moments);
      const under = kind === "read-only" && this.desk.random() < 0.5 ? outbox : folder;
      const run = this.call(day, { kind, at, under });
      runs.push(run);
      if (run.isKilled || !isWell(run)) count(this.faults, kind);
      if (!run.isKilled && ![0, 3, 4, 5].includes(run.exit ?? -1)) this.stopped.push(said(day, run));
    }
    const run = this.call(day, { kind: "full", at: 0, under: folder });
    runs.push(run);
    this.moments = run.moments;
    if (!isWell(run)) this.stopped.push(said(day, run));
    return { runs, isKilled: runs.some((one) => one.isKilled) };
  }

  private call(day: number, fault: DiskFault): Faulted {
    const { book, inbox, outbox } = this.office;
    const today = addDays(this.office.today, day);
    const verify = day % 3 === 0 ? [] : ["--no-verify"];
    return anpeiOnDisk(
      ["sync", "--book", book, "--inbox", inbox, "--outbox", outbox, "--today", today, "--json", ...verify],
      fault,
    );
  }

  private read(): Promise<Grids> {
    return new XlsxHost(this.office.book).read();
  }

  /** Somewhere in 名册; half the time where a unit types on this very day, so that the two disagree. */
  private async staffType(book: Grids, letters: readonly Letter[]): Promise<Told[]> {
    const people = linesOf(book, "名册").filter(({ cells }) => cells.证件号 !== "");
    const mobiles = letters.flatMap(({ brings }) => brings.filter(({ column }) => column === "手机号"));
    const known = mobiles.filter(({ id }) => people.some(({ cells }) => cells.证件号 === id));
    const beside = known.length > 0 && this.desk.random() < 0.5;
    const id = beside ? this.desk.pick(known).id : String(this.desk.pick(people).cells.证件号);
    const line = people.find(({ cells }) => cells.证件号 === id);
    const told: Told = { id, column: "手机号", value: this.desk.mobile() };
    this.ledger.bring([told], { beside: known.some((one) => one.id === id) });
    await this.office.staffType("名册", line?.at ?? 0, told.column, told.value);
    return [told];
  }

  /** Never where somebody brings another value on the very day: which of three is then the last word is not what is tried here. */
  private async staffChoose(book: Grids, moving: readonly Told[]): Promise<void> {
    const people = new Map(linesOf(book, "名册").map(({ cells }) => [cells.报名编号, cells.证件号 ?? ""]));
    const open = linesOf(book, "冲突").filter(({ cells }) => cells.采用 === "");
    const told = ({ cells }: Line): Told => {
      return { id: people.get(cells.报名编号) ?? "", column: cells.列 ?? "", value: cells.对方 ?? "" };
    };
    const isMoving = ({ id, column }: Told): boolean => moving.some((one) => one.id === id && one.column === column);
    const [line] = open.filter((one) => this.ledger.isBrought(told(one)) && !isMoving(told(one)));
    if (!line) return;
    const { id, column } = told(line);
    const choice = this.desk.pick(["对方", "我方"] as const);
    this.ledger.settle(id, column, line.cells[choice] ?? "");
    await this.office.staffType("冲突", line.at, "采用", choice);
  }

  private async compareTold(letters: readonly Letter[], { runs, isKilled }: Day, after: Grids, day: number): Promise<void> {
    const docs = runs.flatMap(({ out }) => (out.trim() === "" ? [] : [JSON.parse(out) as Doc]));
    const files = docs.flatMap(({ imports }) => imports?.files ?? []);
    const done = await this.office.names("收件/已处理");
    for (const { file, isGood, error, refused, sender, kind } of letters) {
      const named = files.filter((one) => one.file === file);
      const isTold = named.length > 0 || (isKilled && done.includes(file));
      if (!isTold) this.untold.push(`day ${day}: ${kind} ${file} is not named`);
      if (isGood && !done.includes(file)) this.untold.push(`day ${day}: ${kind} ${file} is not in 已处理`);
      if (error !== null && !named.some((one) => one.error?.code === error))
        this.untold.push(`day ${day}: ${kind} ${file} is not refused as ${error}`);
      if (refused === null) continue;
      if (sender === "" && named.length === 0) {
        this.unsaid += 1;
        continue;
      }
      const reply = sender === "" ? "" : await this.replyTo(sender);
      const texts = [...runs.map(({ out }) => out), reply, JSON.stringify(linesOf(after, "待办"))];
      if (!texts.some((text) => text.includes(refused)))
        this.untold.push(`day ${day}: ${kind} ${file}: ${refused} is told nowhere`);
    }
  }

  private async replyTo(unit: string): Promise<string> {
    return readableIn(await readFile(join(this.office.outbox, `${unit}-退回.xlsx`)).catch(() => Buffer.alloc(0)));
  }
}

const isWell = ({ exit }: Faulted): boolean => exit === 0 || exit === 4;

function said(day: number, { exit, out, err }: Faulted): string {
  return `day ${day}: exit ${exit} ${err.slice(0, 500)} ${out.slice(0, 500)}`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
