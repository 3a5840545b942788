import { isBlocked } from "../../../../apps-script/domain/exchange/chosen-units";
import { exportOperation, type UnitFile } from "../../../../apps-script/domain/exchange/export";
import type { OwedAnswer } from "../../../../apps-script/domain/exchange/owed-answers";
import type { Host } from "../../../../apps-script/domain/operations/host";
import type { Refusal } from "../../../../apps-script/domain/refusal";
import { atOnce } from "../../at-once";
import { type Stop, tryStep } from "../../half-way";
import { hasWritten, perform, type Receipt, type Terms } from "../../perform";
import { refusal } from "../../refusal";
import { progress } from "../../terminal/progress";
import { progressTitle } from "../../wording/export";
import { LocalOutbox } from "./local-outbox";
import { deliver, type Outbox } from "./outbox";
import { UnitBooks } from "./unit-book";

interface ExportFilesOptions extends Chosen {
  readonly out: string;
}

interface Chosen {
  readonly units?: readonly string[];
  readonly withCards?: boolean;
  /** Answers that units are owed, see there. */
  readonly owed?: readonly OwedAnswer[];
}

/** A file that was written (or, on a dry run, would be). */
export interface ExportedFile {
  readonly unit: string;
  readonly file: string;
  readonly exchange: string;
  readonly generation: number;
  readonly rows: number;
  readonly setAside: string | null;
}

export interface PutAside {
  readonly file: string;
  readonly setAside: string;
}

export interface Exported {
  readonly receipt: Receipt;
  readonly files: readonly ExportedFile[];
  /** Files that were renamed, as somebody had typed into them, and could not be written anew. */
  readonly putAside: readonly PutAside[];
  /** Units whose file lay there already, saying all there is to say. */
  readonly unchanged: number;
  /** Every unit's file as it stands now. */
  readonly sent: readonly UnitFile[];
  /** Where it went no further, once something was written; what of `sent` is neither in `files` nor unchanged is then missing. */
  readonly stopped: Stop | null;
}

/** Files that are made and flushed at the same time. */
const AT_ONCE = 8;

/**
 * Sends every unit its people into a folder.
 *
 * @throws Refusal `no-such-unit`: nothing was written
 */
export async function exportFiles(host: Host, terms: Terms, { out, ...chosen }: ExportFilesOptions): Promise<Exported> {
  const exported = await exportTo(new LocalOutbox(out), host, terms, chosen);
  if (isBlocked(exported.receipt.changes)) throw refusalOf(exported.receipt);
  return exported;
}

/**
 * Sends every unit its people: the books first, in one apply, then the files. A run that was cut off between the two is
 * made good by the next one, which writes what is missing as the same generation. Rejects only while nothing was written.
 */
export async function exportTo(
  outbox: Outbox,
  host: Host,
  terms: Terms,
  chosen: Chosen,
  books = new UnitBooks(),
): Promise<Exported> {
  const operation = exportOperation({
    units: chosen.units ?? [],
    withCards: chosen.withCards === true,
    owed: chosen.owed ?? [],
    sentAt: terms.head.time,
  });
  const isTrial = terms.dryRun === true;
  const prepareOutbox = (): Promise<void> => outbox.prepare();
  const receipt = await perform(host, operation, { ...terms, beforeWrite: prepareOutbox });
  const { files: sent = [], passwords = new Map() } = receipt.stopped === null ? (receipt.report ?? {}) : {};
  const bytesOf = (file: UnitFile): Promise<Buffer> => books.bytes(file, passwords);
  const done = new Map<UnitFile, ExportedFile | null>();
  const putAside: PutAside[] = [];
  const write = (): Promise<void> => writeFiles(sent, bytesOf, outbox, isTrial, { done, putAside });
  const stopped = receipt.stopped ?? (await tryStep("files", write));
  const outcomes = sent.map((file) => done.get(file));
  const written = outcomes.flatMap((file) => file ?? []);
  if (stopped !== null && !hasWritten(receipt) && written.length + putAside.length === 0) throw stopped.error;
  const unchanged = outcomes.filter((file) => file === null).length;
  return { receipt, files: written, putAside, unchanged, sent, stopped };
}

function refusalOf({ changes }: Receipt): Refusal {
  const blocking = changes.findings.filter(({ severity }) => severity === "阻断");
  return refusal(
    "no-such-unit",
    blocking.map(({ message, suggestion }) => message + suggestion),
  );
}

/** What became of each file so far: `null` where it lay there already. */
interface Written {
  readonly done: Map<UnitFile, ExportedFile | null>;
  readonly putAside: PutAside[];
}

async function writeFiles(
  files: readonly UnitFile[],
  bytesOf: (file: UnitFile) => Promise<Buffer>,
  outbox: Outbox,
  isTrial: boolean,
  { done, putAside }: Written,
): Promise<void> {
  if (files.length === 0) return;
  if (!isTrial) await outbox.prepare();
  const bar = await progress(progressTitle, files.length);
  try {
    await atOnce(AT_ONCE, files, async (unitFile) => {
      const { unit, file, identity, rows } = unitFile;
      const bytes = await bytesOf(unitFile);
      const { isWritten, setAside, failure } = await deliver(outbox, { unit, name: file }, bytes, isTrial);
      if (failure && setAside !== null) putAside.push({ file, setAside });
      if (failure) throw failure.error;
      const { exchange, generation } = identity;
      done.set(unitFile, isWritten ? { unit, file, exchange, generation, rows: rows.length, setAside } : null);
      bar.step();
    });
  } finally {
    bar.stop();
  }
  if (!isTrial) await outbox.close();
}
