import { randomBytes } from "node:crypto";
import { exportOperation, isBlocked, type UnitFile } from "../../../../apps-script/domain/exchange/export";
import type { Host } from "../../../../apps-script/domain/operations/host";
import { progress } from "../../cli/progress";
import { Refusal } from "../../cli/refusal";
import { perform, type Receipt, type Terms } from "../../perform";
import { progressTitle } from "../../wording/export";
import { Outbox } from "./outbox";
import { UnitBooks } from "./unit-book";

export interface ExportFilesOptions {
  readonly out: string;
  readonly units?: readonly string[];
  readonly withCards?: boolean;
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
}

/** Files that are made and flushed at the same time. */
const AT_ONCE = 8;

/**
 * Sends every unit its people: the books first, in one apply, then the files. A run that was cut off between the two is
 * made good by the next one, which writes what is missing as the same generation.
 *
 * @throws Refusal `same-file-name` or `no-such-unit`: nothing was written
 */
export async function exportFiles(host: Host, terms: Terms, options: ExportFilesOptions): Promise<Exported> {
  const { operation, files, passwords } = exportOperation({
    units: options.units ?? [],
    withCards: options.withCards === true,
    sentAt: terms.head.time,
    newWorkbook: randomBytes(6).toString("hex"),
  });
  const receipt = await perform(host, operation, terms);
  if (isBlocked(receipt.changes)) throw refusalOf(receipt);
  const written = await writeFiles(files(), passwords(), options.out, terms.dryRun === true);
  return { receipt, files: written, unchanged: files().length - written.length };
}

function refusalOf({ changes }: Receipt): Refusal {
  const blocking = changes.findings.filter(({ severity }) => severity === "阻断");
  const code = blocking.some((finding) => finding.code === "S05") ? "no-such-unit" : "same-file-name";
  return new Refusal(code, blocking.map(({ message, suggestion }) => message + suggestion).join("\n"));
}

async function writeFiles(
  files: readonly UnitFile[],
  passwords: ReadonlyMap<string, string>,
  folder: string,
  isTrial: boolean,
): Promise<ExportedFile[]> {
  if (files.length === 0) return [];
  const books = new UnitBooks();
  const outbox = new Outbox(folder);
  if (!isTrial) await outbox.prepare();
  const written: (ExportedFile | null)[] = files.map(() => null);
  const bar = await progress(progressTitle, files.length);
  const queue = files.entries();
  const work = async (): Promise<void> => {
    for (const [index, { unit, file, identity, rows, ...rest }] of queue) {
      const bytes = await books.bytes({ unit, file, identity, rows, ...rest }, passwords);
      const { isWritten, setAside } = await outbox.deliver(file, bytes, isTrial);
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
