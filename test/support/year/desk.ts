import { join } from "node:path";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { AT, type SyncOffice, type Typed } from "../sync-office";
import { mobileOf, type Stranger, stranger } from "./letters";

/** A person as a unit's file shows them. */
interface Row {
  readonly at: number;
  readonly id: string;
}

/** What everybody who writes files in the year has at hand: the files that were sent, and words that nobody has used. */
export class Desk {
  private readonly busy = new Set<string>();

  constructor(
    readonly office: SyncOffice,
    readonly random: () => number,
    private serial = 0,
  ) {}

  /** How many words were used: a desk that goes on begins behind them. */
  get used(): number {
    return this.serial;
  }

  newDay(): void {
    this.busy.clear();
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  }

  mobile(): string {
    return mobileOf(this.next());
  }

  note(): string {
    return `记${this.next()}号夜班`;
  }

  newcomer(): Stranger {
    return stranger(this.next());
  }

  /** Those that have been sent a file. */
  async units(): Promise<string[]> {
    const names = await this.office.names("发件");
    return names.filter((name) => /^[^.].*公司\.xlsx$/u.test(name)).map((name) => name.slice(0, -".xlsx".length));
  }

  /** Nobody sends two files on one day: which of two is the newer word of a unit is not what is tried here. */
  async freeUnit(): Promise<string | null> {
    const free = (await this.units()).filter((unit) => !this.busy.has(unit));
    if (free.length === 0) return null;
    const unit = this.pick(free);
    this.busy.add(unit);
    return unit;
  }

  /** The people in the newest file of a unit. */
  async rowsOf(unit: string): Promise<Row[]> {
    const { sheets } = await readTableFile(join(this.office.outbox, `${unit}.xlsx`));
    const rows = sheets.find(({ name }) => name === "学员")?.rows ?? [];
    return rows.filter(({ at }) => at > 2).map(({ at, cells }) => ({ at, id: String(cells[AT.idNumber - 1]) }));
  }

  typed(unit: string, cells: Typed): Promise<Buffer> {
    return this.office.typed(cells, `${unit}.xlsx`);
  }

  private next(): number {
    this.serial += 1;
    return this.serial;
  }
}

export const lastOf = (rows: readonly Row[]): number => Math.max(...rows.map(({ at }) => at));
