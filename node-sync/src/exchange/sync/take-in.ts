import { ExchangeLedger } from "../../../../apps-script/domain/exchange/sent-bases";
import { type FileReport, importOperation, isToldBack } from "../../../../apps-script/domain/operations/import";
import { Refusal } from "../../../../apps-script/domain/refusal";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { type Stop, tryStep } from "../../half-way";
import type { Receipt, Terms } from "../../perform";
import { progress } from "../../terminal/progress";
import { progressTitle } from "../../wording/import-files";
import { type FileError, type ReadFile, readFound } from "../found-files";
import { type DueAnswer, type HeldImport, performHeld } from "../held-import";
import { type FileResult, placesAmong, stopOf } from "../import-files";
import { isTableName } from "../read-incoming";
import { copyNotes } from "../returned-copy";
import type { OutboxAnswer } from "./held-answers";
import type { Inbox, InboxFile, WaitingFile } from "./inbox";
import type { SyncOptions, SyncPlaces } from "./places";

/**
 * What became of a file of the inbox: taken in and moved, or left there with the reason. `report` is `null` when it was not
 * read, or is an answer of ours that nobody has changed.
 */
export interface TakenFile extends Omit<FileResult, "reply"> {
  /** Where it is now, as a path in the inbox; `null` when it stays, as not all of it could be taken yet. */
  readonly moved: string | null;
}

export interface TakenIn {
  readonly receipt: Receipt;
  readonly files: readonly TakenFile[];
  readonly waiting: readonly WaitingFile[];
  /** `stateOf` the files that stay and were read in vain: read again they would say the same. */
  readonly left: ReadonlySet<string>;
  /** What earlier commands owed when they were cut off. */
  readonly due: readonly DueAnswer[];
  readonly stopped: Stop | null;
}

/** A file in one state. */
export function stateOf({ name, mark }: InboxFile): string {
  return `${name} ${mark}`;
}

/**
 * Takes in what is new in the inbox, after what staff chose in 冲突: answers are written down, then the workbook is written,
 * and only then files are moved. Cut off anywhere, the files are still in the inbox and the next
 * run reads them again: what it finds in 往来 it only moves.
 */
export async function takeIn(places: SyncPlaces, terms: Terms, options: SyncOptions): Promise<TakenIn> {
  const { read, cutShort, waiting } = await readAll(places, options);
  const taken = read.filter(({ incoming }) => incoming !== null);
  const incoming = taken.flatMap((one) => one.incoming ?? []);
  const corrects = taken.map((one) => one.corrects ?? null);
  const operation = importOperation(incoming, terms.head.time, { force: options.force });
  const held = await performHeld(places, operation, terms, ({ files: reports }, snapshot) =>
    answersTo(reports, corrects, snapshot),
  );
  const { receipt, due } = held;
  const files = filesIn(read, held.imported.files, held.takenIn);
  const left = new Set(cutShort.map(stateOf));
  const moved = new Map<TakenFile, string>();
  const stopped =
    receipt.stopped ??
    (await tryStep("reply", async () => {
      for (const answer of held.outdated) await places.answers.forget(answer);
    })) ??
    (await tryStep("move", async () => {
      for (const [file, source] of files) {
        if (staysIn(file)) left.add(stateOf(source));
        else if (await places.inbox.isUnchanged(source)) moved.set(file, await places.inbox.moveToDone(source));
      }
    }));
  const told = [...files.keys()].map((file) => ({ ...file, moved: moved.get(file) ?? null }));
  return { receipt, files: told, waiting, left, due, stopped };
}

/** What became of each file that was read, before any is moved. */
function filesIn(
  read: readonly Read[],
  reports: readonly FileReport[],
  takenIn: HeldImport["takenIn"],
): Map<TakenFile, InboxFile> {
  const placeOf = placesAmong(read);
  return new Map(
    read.map(({ source, error }, index) => {
      const place = placeOf(index);
      const report = reports[place] ?? null;
      const why = error ?? stopOf(report) ?? noListOf(report);
      return [{ file: source.name, report, takenIn: takenIn[place] ?? null, error: why, moved: null }, source];
    }),
  );
}

function staysIn({ report, error }: TakenFile): boolean {
  return error !== null || hasOpenRows(report);
}

interface Read extends ReadFile {
  readonly source: InboxFile;
}

interface ReadInbox {
  readonly read: readonly Read[];
  readonly waiting: readonly WaitingFile[];
  /** Those of the waiting files that are no whole file, though nobody seems to be writing them. */
  readonly cutShort: readonly InboxFile[];
}

/** What reading a file says that has not arrived as a whole. */
const CUT_SHORT: readonly string[] = ["truncated", "empty"];

/** Every file is looked at before and after it is read: one that changes meanwhile is still being written. */
async function readAll({ inbox, setAside }: SyncPlaces, { verify = true }: SyncOptions): Promise<ReadInbox> {
  const look = await inbox.look();
  const read: Read[] = [];
  const waiting = [...look.waiting];
  const cutShort: InboxFile[] = [];
  const bar = await progress(progressTitle, look.ready.length);
  for (const source of look.ready) {
    bar.step();
    const one = await readOne(inbox, source, (path) => readFound({ path, isNamed: false }, verify, setAside));
    if (one === null || one.error?.code === "missing") continue;
    const isCutShort = source.isRecent && one.error !== null && CUT_SHORT.includes(one.error.code);
    if (isCutShort) cutShort.push(source);
    if (isCutShort || !(await inbox.isUnchanged(source))) waiting.push({ file: source.name, why: "writing" });
    else read.push({ ...one, source });
  }
  bar.stop();
  return { read, waiting, cutShort };
}

/** What cannot hold a list, by its name, is not fetched at all. `null`: it is gone. */
async function readOne(inbox: Inbox, source: InboxFile, read: (path: string) => Promise<ReadFile>): Promise<ReadFile | null> {
  if (!isTableName(source.name)) return read(source.name);
  try {
    return await inbox.fetched(source, read);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    return { path: source.name, incoming: null, error: { code, message }, corrects: null };
  }
}

/** A table without a list stays, as does what cannot be read: somebody must look at it. */
function noListOf(report: FileReport | null): FileError | null {
  const finding = report?.kind === "foreign" ? report.findings.find(({ code }) => code === "I02") : undefined;
  return finding ? { code: finding.code, message: finding.message + finding.suggestion } : null;
}

/**
 * Rows of a unit whose name somebody must confirm first, or for which another unit reports: once that is said, the next sync
 * takes them from the same file.
 */
function hasOpenRows(report: FileReport | null): boolean {
  return report?.kind === "foreign" && (report.changes.left > 0 || report.findings.some(({ code }) => code === "I11"));
}

/** @param corrects of each report's file, see `ReadFile` */
function answersTo(reports: readonly FileReport[], corrects: readonly (string | null)[], snapshot: Snapshot): OutboxAnswer[] {
  const ledger = new ExchangeLedger(snapshot);
  return reports.flatMap((report, place): OutboxAnswer[] => {
    const { fingerprint, file, refusedRows, exchange, generation } = report;
    if (report.kind === "foreign") {
      const isNew = !report.importedBefore && refusedRows.length > 0;
      const { soleUnit, unread } = report;
      const reply = { file, soleUnit, fingerprint, refusedRows, unread, corrects: corrects[place] ?? null };
      return isNew ? [{ kind: "foreign", to: null, exchange: null, generation, fingerprint, reply }] : [];
    }
    if (!isToldBack(report) || exchange === null) return [];
    const content = { exchange, generation, fingerprint };
    return [{ kind: "returned", to: null, ...content, sentBefore: ledger.lastSent(exchange), notes: copyNotes(report) }];
  });
}
