import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { type Stop, tryStep } from "../half-way";
import type { Terms } from "../perform";
import { fileNotes } from "../wording/demo";
import { firstWeeks } from "./first-weeks";
import { lateList } from "./late-list";
import { DemoOffice, type DemoStep } from "./office";
import { reconcile } from "./reconciliation";
import { roundTrip } from "./round-trip";

export interface Demo {
  readonly book: string;
  readonly steps: readonly DemoStep[];
  /** The workbook at the end; `null` when it was not reached. */
  readonly snapshot: Snapshot | null;
  /** What to open, and what is in it. */
  readonly files: readonly (readonly [path: string, note: string])[];
  readonly stopped: Stop | null;
}

/** The whole job end to end in a folder of its own, through the same operations that staff use. */
export async function demo(folder: string, head: Terms["head"]): Promise<Demo> {
  const office = await DemoOffice.open(folder, head);
  const stopped = await tryStep("demo", async () => {
    await firstWeeks(office);
    await reconcile(office);
    await roundTrip(office);
    await lateList(office);
  });
  const { book, steps } = office;
  const files = [
    [book, fileNotes.book],
    [office.at("回执"), fileNotes.replies],
    [office.at("发件"), fileNotes.sent],
    [office.at("单位发回"), fileNotes.back],
    [office.at("收件"), fileNotes.received],
  ] as const;
  return { book, steps, snapshot: stopped === null ? await office.snapshot() : null, files, stopped };
}
