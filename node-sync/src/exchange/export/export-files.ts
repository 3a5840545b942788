import { exportOperation, isBlocked, type UnitFile } from "../../../../apps-script/domain/exchange/export";
import type { OwedAnswer } from "../../../../apps-script/domain/exchange/owed-answers";
import type { Host } from "../../../../apps-script/domain/operations/host";
import { progress } from "../../cli/progress";
import { Refusal } from "../../cli/refusal";
import { perform, type Receipt, type Terms } from "../../perform";
import { progressTitle } from "../../wording/export";
import { LocalOutbox } from "./local-outbox";
import { deliver, type Outbox } from "./outbox";
import { UnitBooks } from "./unit-book";

export interface ExportFilesOptions extends Chosen {
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

export interface Exported {
  readonly receipt: Receipt;
  readonly files: readonly ExportedFile[];
  /** Units whose file lay there already, saying all there is to say. */
  readonly unchanged: number;
  /** Every unit's file as it stands now. */
  readonly sent: readonly UnitFile[];
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
 * made good by the next one, which writes what is missing as the same generation.
 */
export async function exportTo(
  outbox: Outbox,
  host: Host,
  terms: Terms,
  chosen: Chosen,
  books = new UnitBooks(),
): Promise<Exported> {
  const { operation, files, passwords } = exportOperation({
    units: chosen.units ?? [],
    withCards: chosen.withCards === true,
    owed: chosen.owed ?? [],
    sentAt: terms.head.time,
  });
  const receipt = await perform(host, operation, terms);
  const sent = files();
  const bytesOf = (file: UnitFile): Promise<Buffer> => books.bytes(file, passwords());
  const written = await writeFiles(sent, bytesOf, outbox, terms.dryRun === true);
  return { receipt, files: written, unchanged: sent.length - written.length, sent };
}

function refusalOf({ changes }: Receipt): Refusal {
  const blocking = changes.findings.filter(({ severity }) => severity === "阻断");
  return new Refusal(
    "no-such-unit",
    blocking.map(({ message, suggestion }) => message + suggestion),
  );
}

async function writeFiles(
  files: readonly UnitFile[],
  bytesOf: (file: UnitFile) => Promise<Buffer>,
  outbox: Outbox,
  isTrial: boolean,
): Promise<ExportedFile[]> {
  if (files.length === 0) return [];
  if (!isTrial) await outbox.prepare();
  const written: (ExportedFile | null)[] = files.map(() => null);
  const bar = await progress(progressTitle, files.length);
  const queue = files.entries();
  const work = async (): Promise<void> => {
    for (const [index, unitFile] of queue) {
      const { unit, file, identity, rows } = unitFile;
      const { isWritten, setAside } = await deliver(outbox, { unit, name: file }, await bytesOf(unitFile), isTrial);
      const { exchange, generation } = identity;
      if (isWritten) written[index] = { unit, file, exchange, generation, rows: rows.length, setAside };
      bar.step();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  bar.stop();
  if (!isTrial) await outbox.close();
  return written.filter((file) => file !== null);
}
