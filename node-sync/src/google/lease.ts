import { LEASE_TITLE, type LeaseNote, leaseText, readLease } from "../../../apps-script/domain/operations/lease";
import { shanghaiTime, sheetBusy, someone, unsureWrite } from "../wording/google";
import { waitBefore } from "./backoff";
import { GoogleRefused } from "./failure";
import { a1 } from "./sheet-reading";
import type { Request, SheetsClient } from "./sheets-client";

/** How long a holder that says nothing more is taken for alive. */
const LEASE = 5 * 60_000;
/** A tab without a note belongs to a menu run that has just begun, or died just then. */
const EMPTY_GRACE = 30_000;
/** Of a write that brings no answer and turns out not to have been done. */
const TRIES = 7;

interface LeaseTerms {
  readonly who: string;
  readonly token: string;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

/** The tab `_锁`, held by this process. A crashed holder's runs out. */
export class Lease {
  private held: { readonly sheetId: number; readonly since: number } | null = null;
  private writes = 0;

  constructor(
    private readonly client: SheetsClient,
    private readonly terms: LeaseTerms,
  ) {}

  /** @throws {GoogleRefused} `locked` while another holds it */
  async take(): Promise<void> {
    const sheetId = this.freshId();
    if (await this.tryToTake(sheetId, [])) return;
    const dead = await this.deadHolder();
    if (!(await this.tryToTake(sheetId, [{ deleteSheet: { sheetId: dead } }]))) throw this.busy(null);
  }

  /**
   * Carries out all requests or none, and says that this process is alive. Every write leaves a mark in the tab. After a
   * request without an answer it tells whether the write was done; what was not done is done again. So what takes several
   * requests is never half there, or there twice. A process whose lease was taken over can't write any more.
   *
   * @returns `false` when nobody knows whether it was done, as nobody holds the lease
   * @throws {GoogleRefused} `locked` or `network`
   */
  async write(requests: readonly Request[]): Promise<boolean> {
    const { held, client, terms } = this;
    if (!held) return (await client.update(requests)) === "done";
    const token = `${terms.token}.${++this.writes}`;
    const marked = [...requests, this.noteRequest(held.sheetId, token)];
    this.held = { ...held, since: terms.now() };
    for (let tried = 1; ; tried++) {
      const outcome = await client.update(marked).catch((error: unknown) => this.refused(error, held.sheetId));
      if (outcome === "done" || (await this.holder())?.note?.token === token) return true;
      if (tried === TRIES) throw new GoogleRefused("network", unsureWrite());
      await terms.wait(waitBefore(tried, terms.random()));
    }
  }

  async release(): Promise<void> {
    const { held } = this;
    this.held = null;
    if (!held) return;
    try {
      await this.client.update([{ deleteSheet: { sheetId: held.sheetId } }], { isIdempotent: true });
    } catch (error) {
      // Already deleted by a request without an answer, taken over, or deleted by hand: it is not ours any more.
      if (!(error instanceof GoogleRefused) || error.code !== "google") throw error;
    }
  }

  private async tryToTake(sheetId: number, before: readonly Request[]): Promise<boolean> {
    const properties = { sheetId, title: LEASE_TITLE, hidden: true, gridProperties: { rowCount: 1, columnCount: 1 } };
    const requests = [...before, { addSheet: { properties } }, this.noteRequest(sheetId)];
    try {
      let outcome = await this.client.update(requests);
      if (outcome === "unknown" && !(await this.holder())) outcome = await this.client.update(requests);
      if (outcome === "unknown" && (await this.holder())?.note?.token !== this.terms.token)
        throw new GoogleRefused("network", unsureWrite());
    } catch (error) {
      if (error instanceof GoogleRefused && error.code === "google") return false;
      throw error;
    }
    this.held = { sheetId, since: this.terms.now() };
    return true;
  }

  /** The tab of a holder that is dead. */
  private async deadHolder(): Promise<number> {
    for (let waited = 0; ; waited += 5000) {
      const holder = await this.holder();
      if (!holder) throw this.busy(null);
      if (holder.note ? holder.note.until <= this.terms.now() : waited >= EMPTY_GRACE) return holder.sheetId;
      if (holder.note) throw this.busy(holder.note);
      await this.terms.wait(5000);
    }
  }

  private async holder(): Promise<{ readonly sheetId: number; readonly note: LeaseNote | null } | null> {
    const { sheets = [] } = await this.client.get("sheets(properties(sheetId,title))");
    const sheetId = sheets.find(({ properties }) => properties?.title === LEASE_TITLE)?.properties?.sheetId;
    if (typeof sheetId !== "number") return null;
    const cells = await this.client.values([a1(LEASE_TITLE, "A1")]).catch(noLongerThere);
    return cells === null ? null : { sheetId, note: readLease(cells[0]?.values?.[0]?.[0]) };
  }

  private async refused(error: unknown, sheetId: number): Promise<never> {
    const isGone = error instanceof GoogleRefused && error.code === "google" && (await this.holder())?.sheetId !== sheetId;
    throw isGone ? this.busy((await this.holder())?.note ?? null) : error;
  }

  private noteRequest(sheetId: number, token = this.terms.token): Request {
    const { who, now } = this.terms;
    const text = leaseText({ by: "命令行", who, token, until: now() + LEASE });
    const rows = [{ values: [{ userEnteredValue: { stringValue: text } }] }];
    return { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: "userEnteredValue" } };
  }

  private freshId(): number {
    return 1 + Math.floor(this.terms.random() * (2 ** 31 - 2));
  }

  private busy(note: LeaseNote | null): GoogleRefused {
    const until = note?.until ?? this.terms.now() + 60_000;
    return new GoogleRefused("locked", sheetBusy(note?.who ?? someone, shanghaiTime(until)));
  }
}

/** The tab may go between two requests. */
function noLongerThere(error: unknown): null {
  if (error instanceof GoogleRefused && error.code === "google") return null;
  throw error;
}
