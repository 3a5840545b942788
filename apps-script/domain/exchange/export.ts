import { withChanges } from "../changes/advance";
import { digestOf } from "../changes/change-set";
import { combine } from "../changes/combine";
import { type Outcome, OutcomeBuilder } from "../changes/outcome";
import type { Reporting } from "../operations/operation";
import { type Context, contextOf } from "../rules/context";
import { dashboardFiles } from "../rules/dashboard";
import { numberRows } from "../rules/number-rows";
import { type Numberer, numberer } from "../rules/numberer";
import { DIRECTION } from "../schema/allowed";
import { type Enrolment, EXCHANGE_TABLES, ROSTER, SCHEMA_VERSION } from "../schema/index";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { ExportCode } from "../wording/export";
import * as say from "../wording/export";
import { whoIs } from "../wording/roster";
import { chosenUnits, isBlocked, sendable } from "./chosen-units";
import { type FileIdentity, packBase, sentHash } from "./identity";
import { type Keyring, keyringOf } from "./keyring";
import { type OwedAnswer, stillOwed } from "./owed-answers";
import { ExchangeLedger, type ExchangeState } from "./sent-bases";
import { type SentCard, sentCards } from "./sent-cards";
import { type ClassFacts, classFactsOf } from "./sent-class";
import { fileNameOf } from "./sent-names";
import { peopleOfUnits } from "./sent-people";
import { type SentCells, sentCells, shownValuesOf, tooLongIn } from "./sent-rows";
import { UnitSpellings } from "./sent-units";

export interface ExportOptions {
  /** Full names or aliases; every unit with people, or with an earlier file, unless given. */
  readonly units?: readonly string[];
  readonly withCards?: boolean;
  /** A new generation also where nothing changed: what a unit gets back after its file was taken in. */
  readonly force?: boolean;
  /** Answers that are owed: their units are sent a new generation too, once. */
  readonly owed?: readonly OwedAnswer[];
  /** For 往来: a moment with offset. */
  readonly sentAt?: string;
}

/** One person's row of a unit's file. Values and notes go by the English names of 名册's columns. */
export interface SentRow extends SentCells {
  readonly rowId: string;
  readonly enrolment: string;
}

/**
 * One unit's file. `isNew` is false where the last generation still says all there is: it is written again only if it is
 * missing. `cards` are there when asked for, without their passwords.
 */
export interface UnitFile {
  readonly unit: string;
  readonly file: string;
  readonly planYear: number;
  readonly isNew: boolean;
  readonly identity: FileIdentity;
  readonly rows: readonly SentRow[];
  readonly cards?: readonly SentCard[];
}

/** What an export has to tell, for the shell to write. */
interface ExportReport {
  readonly files: readonly UnitFile[];
  /** Card passwords by card number, of the files' cards only. They never enter a change set. */
  readonly passwords: ReadonlyMap<string, string>;
}

interface Sending {
  readonly outcome: Outcome;
  readonly files: readonly UnitFile[];
}

export function exportOperation(options: ExportOptions = {}): Reporting<ExportReport> {
  return {
    id: "export",
    title: say.EXPORT_TITLE,
    tables: EXCHANGE_TABLES,
    decide: (snapshot, context) => {
      const numbered = numberRows(snapshot, context);
      const now = withChanges(snapshot, numbered);
      const { outcome, files } = sendTo(now, contextOf(now, context.today), options);
      const report = { files, passwords: passwordsFor(files, now) };
      if (isBlocked(outcome)) return { ...outcome, report };
      const settings = { cells: [], rows: [], findings: context.problems, summary: {} };
      const shown = files.some(({ isNew }) => isNew) ? [dashboardFiles(withChanges(now, outcome))] : [];
      return { ...combine([numbered, outcome, ...shown, settings], outcome.summary), report };
    },
  };
}

function passwordsFor(files: readonly UnitFile[], { cards }: Snapshot): ReadonlyMap<string, string> {
  const wanted = new Set(files.flatMap((file) => (file.cards ?? []).map(({ number }) => number)));
  return new Map(cards.flatMap(({ key, password }) => (wanted.has(key) ? [[key, textOf(password)] as const] : [])));
}

/**
 * Decides what each unit is sent: the files, and with them the rows of 往来 and 底稿, so that roster and books agree
 * whatever happens to the files. Rows of 名册 must be numbered. A unit that cannot have a file of its own is left out, with a finding.
 */
export function sendTo(snapshot: Snapshot, context: Context, options: ExportOptions = {}): Sending {
  const out = new OutcomeBuilder<ExportCode>();
  const spellings = new UnitSpellings(snapshot.units);
  const people = peopleOfUnits(out, snapshot, spellings);
  const ledger = new ExchangeLedger(snapshot);
  const isSame = (unit: string) => (written: string) => {
    const owner = spellings.owner(written);
    return owner.kind === "one" && owner.unit === unit;
  };
  const known = new Map(spellings.all().map((unit) => [unit, ledger.of(unit, isSame(unit))]));
  const wanted =
    chosenUnits(out, spellings, options.units) ?? spellings.all().filter((unit) => people.has(unit) || known.get(unit));
  if (isBlocked(out.done())) return { outcome: out.done({ sent: 0 }), files: [] };
  const sender = new Sender(out, snapshot, context, options, ledger);
  const files = sendable(out, wanted).map((unit) => sender.send(unit, people.get(unit) ?? [], known.get(unit) ?? null));
  const sent = files.filter(({ isNew }) => isNew).length;
  return { outcome: out.done({ sent, unchanged: files.length - sent }), files };
}

class Sender {
  private readonly keyring: Keyring;
  private readonly exchanges: Numberer;
  private readonly owed: ReadonlySet<string>;
  private readonly classOf: (row: Enrolment) => ClassFacts;

  constructor(
    private readonly out: OutcomeBuilder<ExportCode>,
    private readonly snapshot: Snapshot,
    private readonly context: Context,
    private readonly options: ExportOptions,
    private readonly ledger: ExchangeLedger,
  ) {
    this.keyring = keyringOf(snapshot, context.settings.workbook);
    this.exchanges = numberer("X", 0, ledger.numbers());
    this.owed = stillOwed(options.owed ?? [], ledger);
    this.classOf = classFactsOf(snapshot, context.settings);
  }

  send(unit: string, people: readonly Enrolment[], known: ExchangeState | null): UnitFile {
    const exchange = known?.exchange ?? this.exchanges.next();
    const rows = people.map((row): SentRow => {
      const cells = sentCells({ ...row, ...this.classOf(row) }, this.context.today);
      return { rowId: this.keyring.rowId(exchange, row.key), enrolment: row.key, ...cells };
    });
    for (const row of people) {
      this.tellCut(row);
      // The file says the class, or that there is none: that is what the unit knows from now on.
      this.out.set("roster", row, "toldClass", row.class, say.toldReason(unit));
    }
    const fingerprint = fingerprintOf(unit, this.context.settings.planYear, rows);
    const last = known?.last ?? null;
    const isForced = this.options.force === true || this.owed.has(exchange);
    const isNew = isForced || last?.fingerprint !== fingerprint;
    const generation = isNew || last === null ? (known?.generation ?? 0) + 1 : last.generation;
    const file = fileNameOf(unit);
    const hash = sentHash(rows);
    const sealed = { exchange, generation, hash, rows: rows.length };
    const { workbook } = this.keyring;
    const identity = { ...sealed, workbook, schema: SCHEMA_VERSION, seal: this.keyring.sealer().file(sealed) };
    if (isNew) this.record(unit, file, identity, fingerprint, rows);
    const cards = this.options.withCards === true ? { cards: sentCards(this.snapshot.cards, people) } : {};
    return { unit, file, planYear: this.context.settings.planYear, isNew, identity, rows, ...cards };
  }

  private record(
    unit: string,
    file: string,
    { exchange, generation, hash }: FileIdentity,
    fingerprint: string,
    rows: readonly SentRow[],
  ): void {
    const reason = say.sentReason(unit, generation);
    const time = this.options.sentAt ?? null;
    const entry = {
      exchange,
      unit,
      direction: DIRECTION.sent,
      generation,
      file,
      fingerprint,
      people: rows.length,
      time,
      contents: hash,
    };
    this.out.add("exchanges", entry, reason);
    for (const row of rows) {
      const content = packBase(row.values, { shown: shownValuesOf(row) });
      this.ledger.keep(this.out, { exchange, generation, unit, enrolment: row.enrolment }, content, reason);
    }
  }

  private tellCut(row: Enrolment): void {
    const [column, ...more] = tooLongIn(row);
    if (column === undefined) return;
    const titles = [column, ...more].map((one) => ROSTER.columns[one].title);
    this.out.find("X07", "roster", row.key, column, say.cellsCut(whoIs(row), titles));
  }
}

/** What a unit would read in the file, whatever the order of 名册: equal fingerprints need no new file. */
function fingerprintOf(unit: string, planYear: number, rows: readonly SentRow[]): string {
  return digestOf(JSON.stringify([unit, planYear, rows.map(({ enrolment, values, notes }) => [enrolment, values, notes])])).slice(
    0,
    16,
  );
}
