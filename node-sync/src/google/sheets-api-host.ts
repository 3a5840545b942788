import { type Closed, ProtectedTab } from "../../../apps-script/domain/changes/closed";
import type { Lost } from "../../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import type { Raws } from "../../../apps-script/domain/moving/hand";
import { Sight } from "../../../apps-script/domain/moving/sight";
import { TabMemory } from "../../../apps-script/domain/moving/tab-memory";
import { worksOf } from "../../../apps-script/domain/moving/tab-writer";
import type { Host, Lock, Mended } from "../../../apps-script/domain/operations/host";
import type { ColumnLook, LeftLook } from "../../../apps-script/domain/operations/migrate";
import { WriteBegun } from "../../../apps-script/domain/operations/write-begun";
import type { Table } from "../../../apps-script/domain/schema/column";
import { CHANGE_PARTS, TABLE_NAMES, TABLES, type TableName } from "../../../apps-script/domain/schema/index";
import { type Grids, strangerTab } from "../../../apps-script/domain/snapshot/grid";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";
import { isForeign } from "../../../apps-script/domain/snapshot/look-alike";
import { type Sparing, spared } from "../../../apps-script/domain/snapshot/sparing";
import { protectedTab } from "../../../apps-script/domain/wording/protected";
import { sheetTabGone, unsureWrite } from "../wording/google";
import { ApiHand } from "./api-hand";
import { bytesOf } from "./cell-requests";
import { GoogleRefused } from "./failure";
import type { Lease } from "./lease";
import { type Carrier, inLockstep } from "./lockstep";
import { mendingOf } from "./mend-numbers";
import { newTabRequests } from "./new-tabs";
import { PAYLOAD, parted } from "./payload";
import { refusedSheet } from "./protections";
import { restylingOf } from "./restyle";
import { seenColumns } from "./seen-columns";
import { SerialValues } from "./serial-values";
import { SheetReading } from "./sheet-reading";
import type { Request, SheetsClient } from "./sheets-client";
import { withSpilledCells } from "./spilled-cells";
import { tabsIn } from "./tabs-in";
import { byTab } from "./writes-by-tab";

/**
 * The workbook as a Google Sheet over the Sheets API. Reads everything with two requests, and one more where a formula may fill cells beside its own; a run asks once for the formats of columns of numbers. Writes everything with one that
 * Google carries out as a whole; what is too large for one goes journal first, so that the next run, on whichever side,
 * finishes what was cut off. People go on working in the Sheet: rows are found anew right before each write and looked at
 * right after it.
 */
export class SheetsApiHost implements Host {
  private tabs = new Map<string, TabMemory>();
  private closedCells: readonly Closed[] = [];
  /** Of tabs that are none of ours, if one of ours was not there at the last read. */
  private strangers: readonly string[] = [];
  private readonly reading: SheetReading;

  constructor(
    private readonly client: SheetsClient,
    private readonly lease: Lease,
  ) {
    this.reading = new SheetReading(client, new SerialValues());
  }

  get document(): string {
    return this.client.sheetId;
  }

  async lock(): Promise<Lock> {
    await this.lease.take();
    // What was done is done; a lease that stays runs out.
    return { release: () => this.lease.release().catch(() => undefined) };
  }

  /** Of the change sets of earlier runs only the numbers are read unless they are asked for. */
  async read(names: readonly TableName[] = TABLE_NAMES, sparing: Sparing = {}): Promise<Grids> {
    const wanted: Table[] = names.map((name) => TABLES[name]);
    if (!wanted.some(({ title }) => title === CHANGE_PARTS.title)) wanted.push(CHANGE_PARTS);
    const keysOnly = (table: Table): number | null =>
      table === CHANGE_PARTS && !names.includes("changeParts") ? CHANGE_PARTS.key.length : null;
    const { found, strangers } = await tabsIn(this.client, wanted);
    this.strangers = strangers;
    const there = wanted.filter(({ title }) => found.has(title));
    this.closedCells = there.flatMap(({ title }) => found.get(title)?.closed ?? []);
    const tabs = there.map((table) => ({ title: table.title, keysOnly: keysOnly(table) }));
    const values = tabs.length > 0 ? await this.reading.values(tabs) : new Map();
    const hands = there.map((table) => new ApiHand(table, found.get(table.title)?.sheetId ?? 0, keysOnly(table)));
    for (const hand of hands) hand.seen(values.get(hand.table.title) ?? []);
    const formulas = await this.spilled(hands, new Map([...found].map(([title, tab]) => [title, tab.formulas])));
    this.tabs = new Map(
      hands.map((hand) => {
        const { table } = hand;
        const sight = new Sight(table, values.get(table.title) ?? [], hand, formulas.get(table.title));
        return [table.title, new TabMemory(table, hand, sight, found.get(table.title)?.merges)];
      }),
    );
    const grids = [
      ...[...this.tabs.values()].map((memory) => memory.grid()),
      ...this.strangers.map((title) => strangerTab(title)),
    ];
    return spared(grids, sparing);
  }

  /** As of the last read; what is protected later, Google refuses. */
  async closed(): Promise<readonly Closed[]> {
    return this.closedCells;
  }

  async write(stages: readonly (readonly CellWrite[])[]): Promise<readonly Lost[]> {
    const lost: Lost[] = [];
    const all = stages.flat();
    const size = all.reduce((sum, { value }) => sum + bytesOf(value), 0);
    const isOne = size <= PAYLOAD;
    // Before a journal is written that nobody could carry out.
    if (!isOne) await this.growFor(all);
    let isBegun = false;
    const carrier = this.carrier(() => {
      isBegun = true;
    });
    try {
      for (const writes of isOne ? [all] : stages) await inLockstep(this.worksOf(writes, lost), carrier);
    } catch (error) {
      throw isBegun ? new WriteBegun(error) : error;
    }
    return lost;
  }

  async mend(): Promise<readonly Mended[]> {
    const tabs = [...this.tabs.values()].flatMap((memory) =>
      memory.hand instanceof ApiHand && !isForeign(memory.table, memory.sight) ? [{ memory, sheetId: memory.hand.sheetId }] : [],
    );
    const { requests, mended } = await mendingOf(this.client, tabs);
    if (requests.length > 0) await this.put(requests);
    return mended;
  }

  private worksOf(writes: readonly CellWrite[], lost: Lost[]) {
    return [...byTab(writes)].flatMap(([title, some]) => {
      const memory = this.tabs.get(title);
      if (!memory) throw new GoogleRefused("no-sheet", sheetTabGone(title));
      return worksOf(memory, some, lost);
    });
  }

  async addTabs(tables: readonly Table[]): Promise<void> {
    const requests = tables.flatMap(newTabRequests);
    if (!(await this.lease.write(requests))) throw new GoogleRefused("network", unsureWrite());
  }

  async restyle(looks: readonly ColumnLook[]): Promise<readonly LeftLook[]> {
    const tabs = await this.seenColumns(looks);
    const restylings = tabs.map(({ columns, rules }) => restylingOf(columns, rules));
    const requests = restylings.flatMap((restyling) => restyling.requests);
    if (requests.length > 0) await this.put(requests);
    return restylings.flatMap(({ left }) => left);
  }

  private async seenColumns(looks: readonly ColumnLook[]) {
    const wanted = looks.flatMap((look) => {
      const memory = this.tabs.get(look.table.title);
      const at = memory?.columns.get(headerForm(look.column.title));
      return memory?.hand instanceof ApiHand && at !== undefined
        ? [{ look, at, sheetId: memory.hand.sheetId, headerRow: memory.headerRow }]
        : [];
    });
    return wanted.length === 0 ? [] : seenColumns(this.client, wanted);
  }

  /** Makes room for all new rows; where a Sheet can't hold them, that is said while nothing is written yet. */
  private async growFor(writes: readonly CellWrite[]): Promise<void> {
    const requests = [...byTab(writes)].flatMap(([title, some]) => {
      const { hand, sight } = this.tabs.get(title) ?? {};
      const missing = some.reduce((last, { at }) => Math.max(last, at), 0) - (sight?.gridRows ?? 0);
      return hand instanceof ApiHand && missing > 0
        ? [{ appendDimension: { sheetId: hand.sheetId, dimension: "ROWS", length: missing } }]
        : [];
    });
    if (requests.length > 0) await this.put(requests);
  }

  private async put(requests: readonly Request[]): Promise<boolean> {
    try {
      return await this.lease.write(requests);
    } catch (error) {
      const sheetId = refusedSheet(error, requests);
      const tab = [...this.tabs].find(([, { hand }]) => hand instanceof ApiHand && hand.sheetId === sheetId);
      throw tab ? new ProtectedTab([tab[0]], protectedTab([tab[0]])) : error;
    }
  }

  /** @param wrote told once something stands in the Sheet */
  private carrier(wrote: () => void): Carrier {
    const tabOf = (hand: ApiHand) => ({ title: hand.table.title, keysOnly: hand.keysOnly });
    return {
      values: async (hands) => {
        const values = await this.reading.values(hands.map(tabOf));
        return new Map(hands.map((hand): [ApiHand, Raws] => [hand, values.get(hand.table.title) ?? []]));
      },
      formulas: async (hands) => {
        const own = await this.reading.formulas(hands.map(({ table }) => table.title));
        const formulas = await this.spilled(hands, own);
        return new Map(hands.map((hand) => [hand, formulas.get(hand.table.title) ?? []]));
      },
      put: async (requests) => {
        let isSure = true;
        for (const part of parted(requests)) {
          isSure = (await this.put(part)) && isSure;
          wrote();
        }
        return isSure;
      },
    };
  }

  private spilled(hands: readonly ApiHand[], formulas: ReadonlyMap<string, string[][]>) {
    const tabs = hands.map(({ table, gridRows }) => {
      return [table.title, { formulas: formulas.get(table.title) ?? [], rows: gridRows }] as const;
    });
    return withSpilledCells(this.client, new Map(tabs));
  }
}
