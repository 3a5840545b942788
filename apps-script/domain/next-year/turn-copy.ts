import { refuseClosed } from "../changes/closed";
import type { CellWrite } from "../changes/write-plan";
import type { Day } from "../days/civil-day";
import type { Steps } from "../moving/hand";
import { closedOf } from "../operations/beforehand";
import type { Host } from "../operations/host";
import { copyWrites, type FreshKey, isUnsettledCopy } from "../operations/keying";
import { migrationOf } from "../operations/migrate";
import { alone, answered } from "../operations/steps";
import { WriteBegun } from "../operations/write-begun";
import { Refusal } from "../refusal";
import { SEALS } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import { snapshotOf } from "../snapshot/snapshot";
import { noCopy, olderForm } from "../wording/next-year";
import type { TurnHead } from "./carry-run";
import { finishTurn, wholeBook } from "./finish-turn";
import { isTurnStill, readSentTurn, type SentTurn } from "./sent-turn";
import { turnJournal } from "./turn-journal";
import { turnWrites } from "./turn-writes";

interface TurnTerms {
  readonly today: Day;
  readonly head: TurnHead;
  /** Names the program: what another one decided is not taken. */
  readonly build: string;
  readonly fresh: FreshKey;
}

/**
 * Makes a copy of the old book the one of the next year, as it was decided elsewhere. First the copy gets a secret of its own, then
 * the journal says what is to be done, and with the cells comes the new 工作簿编号: cut off before the journal it is still a copy
 * to be asked about, cut off after it, the next run of anybody writes the rest.
 *
 * @returns `changed` when the copy says something else by now: nothing was written
 * @throws {Refusal} `not-a-copy` for a document that is none: the old book itself is never turned
 * @throws {WriteBegun} when the rest is to be written by the next run
 */
export function* turnCopy(host: Host, text: string, terms: TurnTerms): Steps<"turned" | "changed"> {
  const sent = readSentTurn(text);
  return yield* alone(host, () => turned(host, sent, terms));
}

function* turned(host: Host, sent: SentTurn, { today, head, build, fresh }: TurnTerms): Steps<"turned" | "changed"> {
  const grids = yield* wholeBook(host);
  if (migrationOf(grids) !== null) throw new Refusal("not-ready", olderForm);
  const document = host.document ?? "";
  if (!isUnsettledCopy(grids, document)) throw new Refusal("not-a-copy", noCopy);
  const snapshot = snapshotOf(grids);
  if (!isTurnStill(sent, snapshot, today, build)) return "changed";
  const { seal, workbook } = newSeal(grids, document, fresh);
  const turn = { ...sent.turn, settings: { workbook, ...sent.turn.settings } };
  const journal = turnJournal(grids, snapshot, turn, head);
  refuseClosed(yield* closedOf(host), [...seal, ...journal, ...turnWrites(grids, turn)]);
  yield* answered(host.write([seal, journal]));
  try {
    yield* finishTurn(host);
  } catch (error) {
    throw new WriteBegun(error);
  }
  return "turned";
}

/** The secret goes into 封印 and nowhere else; the name goes in with the settings. */
function newSeal(grids: Grids, document: string, fresh: FreshKey): { readonly seal: CellWrite[]; readonly workbook: string } {
  const key = fresh();
  const writes = copyWrites(grids, document, "new", () => key);
  return { seal: writes.filter(({ sheet }) => sheet === SEALS.title), workbook: key.workbook };
}
