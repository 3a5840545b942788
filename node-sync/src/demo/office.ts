import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "../../../apps-script/domain/days/civil-day";
import { type Operation, operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { LocalAnswers } from "../exchange/sync/local-answers";
import { makeFolder } from "../files/folder";
import type { Stop } from "../half-way";
import { perform, type Receipt, type Terms } from "../perform";
import { refusal } from "../refusal";
import * as say from "../wording/demo";
import { XlsxHost } from "../xlsx/xlsx-host";

/** A table that a step shows. */
export interface DemoTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One step as a person reads it: what was done and what came of it, line by line. */
export interface DemoStep {
  readonly title: string;
  readonly run: string | null;
  readonly text: string;
  readonly lines: readonly string[];
  readonly table: DemoTable | null;
}

/** What a step has to tell beyond its title. */
type Told = Partial<Pick<DemoStep, "text" | "lines" | "table">>;

const marker = ".anpei-demo";

/** The office of the demonstration: its folder, its workbook, and what was done so far. Times are those of its days. */
export class DemoOffice {
  readonly book: string;
  readonly host: XlsxHost;
  readonly answers: LocalAnswers;
  readonly steps: DemoStep[] = [];

  private constructor(
    readonly folder: string,
    private readonly head: Terms["head"],
  ) {
    this.book = this.at("名册.xlsx");
    this.host = new XlsxHost(this.book);
    this.answers = new LocalAnswers(this.book);
  }

  static async open(folder: string, head: Terms["head"]): Promise<DemoOffice> {
    await startAfresh(folder);
    return new DemoOffice(folder, head);
  }

  at(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  terms(today: Day): Terms {
    return { today, head: { ...this.head, time: `${today}T09:00:00+08:00` } };
  }

  async perform(operation: Operation, today: Day): Promise<Receipt> {
    return wholly(await perform(this.host, operation, this.terms(today)));
  }

  runAll(today: Day): Promise<Receipt> {
    return this.perform(operationOf("all", ALL_TITLE, runAll), today);
  }

  async snapshot(): Promise<Snapshot> {
    return snapshotOf(await this.host.read());
  }

  note(title: string, run: string | null, { text = "", lines = [], table = null }: Told): void {
    this.steps.push({ title, run, text, lines, table });
  }
}

/** What a step came to. One that stopped half way ends the demonstration. */
export function wholly<T extends { readonly stopped: Stop | null }>(result: T): T {
  if (result.stopped !== null) throw result.stopped.error;
  return result;
}

/** Empties a folder that an earlier demonstration made; any other folder that is not empty is refused. */
async function startAfresh(folder: string): Promise<void> {
  await makeFolder(folder);
  const names = await readdir(folder);
  const isOurs = await stat(join(folder, marker)).then(
    () => true,
    () => false,
  );
  if (names.length > 0 && !isOurs) throw refusal("not-empty", say.notEmpty(folder));
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  await writeFile(join(folder, marker), "", { mode: 0o600 });
}
