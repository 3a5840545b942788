import { join } from "node:path";
import type { Lost } from "../../../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../../../apps-script/domain/changes/write-plan";
import type { Host } from "../../../../apps-script/domain/operations/host";
import type { LeftLook } from "../../../../apps-script/domain/operations/migrate";
import { type Table, titlesOf } from "../../../../apps-script/domain/schema/column";
import type { Grids } from "../../../../apps-script/domain/snapshot/grid";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { DONE_FOLDER } from "../../wording/sync";
import type { Outbox, OutFile } from "../export/outbox";
import { unchanging } from "../set-aside";
import { type HeldAnswer, type HeldAnswers, keyOf } from "./held-answers";
import type { Inbox } from "./inbox";
import type { SyncPlaces } from "./places";

/** The same places, read as they are and written in memory only: a sync on them says what it would do. */
export function onTrial({ host, inbox, outbox, answers, setAside }: SyncPlaces): SyncPlaces {
  return {
    host: new TrialHost(host),
    inbox: trialInbox(inbox),
    outbox: trialOutbox(outbox),
    answers: trialAnswers(answers),
    setAside: unchanging(setAside),
  };
}

const alone = <T>(work: () => Promise<T>): Promise<T> => work();

interface TrialTab {
  readonly headerRow: number;
  readonly header: Value[];
  readonly rows: Map<number, { readonly values: Value[]; formulas: readonly number[] }>;
}

/** What a workbook would hold. */
class TrialHost implements Host {
  private tabs: Map<string, TrialTab> | null = null;
  readonly exclusively = alone;

  constructor(private readonly real: Pick<Host, "read" | "document">) {}

  get document(): string {
    return this.real.document ?? "";
  }

  async read(): Promise<Grids> {
    return [...(await this.all())].map(([title, { headerRow, header, rows }]) => ({
      title,
      headerRow,
      header,
      rows: [...rows].sort(([a], [b]) => a - b).map(([at, row]) => ({ at, ...row })),
    }));
  }

  async write(stages: readonly (readonly CellWrite[])[]): Promise<readonly Lost[]> {
    const tabs = await this.all();
    for (const { sheet, at, column, value } of stages.flat()) {
      const { headerRow, header, rows } = tabs.get(sheet) ?? {};
      if (header && at === headerRow) {
        while (header.length <= column) header.push(null);
        header[column] = value;
        continue;
      }
      const row = rows?.get(at) ?? { values: [], formulas: [] };
      while (row.values.length <= column) row.values.push(null);
      row.values[column] = value;
      row.formulas = row.formulas.filter((place) => place !== column);
      rows?.set(at, row);
    }
    return [];
  }

  /** Has no looks. */
  async restyle(): Promise<readonly LeftLook[]> {
    return [];
  }

  async addTabs(tables: readonly Table[]): Promise<void> {
    const tabs = await this.all();
    for (const table of tables) tabs.set(table.title, { headerRow: 1, header: titlesOf(table), rows: new Map() });
  }

  private async all(): Promise<Map<string, TrialTab>> {
    this.tabs ??= new Map(
      (await this.real.read()).map(({ title, headerRow, header, rows }) => [
        title,
        {
          headerRow,
          header: [...header],
          rows: new Map(rows.map(({ at, values, formulas = [] }) => [at, { values: [...values], formulas }])),
        },
      ]),
    );
    return this.tabs;
  }
}

function trialInbox(real: Inbox): Inbox {
  return {
    exclusively: alone,
    look: () => real.look(),
    fetched: (file, read) => real.fetched(file, read),
    isUnchanged: (file) => real.isUnchanged(file),
    moveToDone: async ({ name }) => join(DONE_FOLDER, name),
  };
}

const placeOf = ({ unit, name }: OutFile): string => JSON.stringify([unit, name]);

function trialOutbox(real: Outbox): Outbox {
  const written = new Map<string, Buffer | undefined>();
  const read = async (file: OutFile): Promise<Buffer | undefined> =>
    written.has(placeOf(file)) ? written.get(placeOf(file)) : real.read(file);
  const replace = async (file: OutFile, bytes: Uint8Array): Promise<void> => void written.set(placeOf(file), Buffer.from(bytes));
  return {
    prepare: async () => undefined,
    holds: async (file, bytes) =>
      written.has(placeOf(file)) ? written.get(placeOf(file))?.equals(bytes) === true : real.holds(file, bytes),
    read,
    replace,
    create: async (file, bytes) => {
      const isFree = (await read(file)) === undefined;
      if (isFree) await replace(file, bytes);
      return isFree;
    },
    rename: async (from, name) => {
      const to = { ...from, name };
      const [moved, there] = [await read(from), await read(to)];
      if (moved === undefined || there !== undefined) return false;
      written.set(placeOf(from), undefined).set(placeOf(to), moved);
      return true;
    },
    close: async () => undefined,
  };
}

function trialAnswers(real: HeldAnswers): HeldAnswers {
  // What goes elsewhere than into the outbox is left to the real sync.
  let held: Promise<readonly HeldAnswer[]> = real.all().then((answers) => answers.filter(({ to }) => to === null));
  const without = async (...answers: readonly HeldAnswer[]): Promise<HeldAnswer[]> => {
    const keys = new Set(answers.map(keyOf));
    return (await held).filter((answer) => !keys.has(keyOf(answer)));
  };
  return {
    exclusively: alone,
    all: () => held,
    hold: async (answers) => {
      held = Promise.resolve([...(await without(...answers)), ...answers]);
    },
    forget: async (answer) => {
      held = Promise.resolve(await without(answer));
    },
  };
}
