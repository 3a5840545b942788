import { type Day, isDay } from "../days/civil-day";
import { LARGEST_DECISION } from "../operations/sent-decision";
import { refuseCell } from "../operations/sent-form";
import { Refusal } from "../refusal";
import { PRESENT_TABLES, type TableName } from "../schema/index";
import { type Marks, marksOf } from "../snapshot/marks";
import type { Snapshot } from "../snapshot/snapshot";
import { badRequest, decisionTooLarge } from "../wording/serving";
import type { BookTurn, TabTurn } from "./book-turn";
import { TURNED_SETTINGS } from "./new-settings";

/** A carry-over that was decided away from the copy, of one reading of it: JSON, with what it stood on. */
export interface SentTurn {
  readonly build: string;
  readonly today: Day;
  readonly stoodOn: Marks;
  readonly turn: BookTurn;
}

/** Everything that a copy of the old book shares with it. */
const stoodOn = (snapshot: Snapshot): Marks => marksOf(snapshot, PRESENT_TABLES);

export function sentTurn(turn: BookTurn, snapshot: Snapshot, today: Day, build: string): string {
  return JSON.stringify({ build, today, stoodOn: stoodOn(snapshot), turn });
}

/** Whether what was decided still holds: the same day, program and facts. */
export function isTurnStill(sent: SentTurn, snapshot: Snapshot, today: Day, build: string): boolean {
  const now = stoodOn(snapshot);
  const isSame = PRESENT_TABLES.every((name) => sent.stoodOn[name] === now[name]);
  return sent.build === build && sent.today === today && isSame;
}

/**
 * A carry-over as it was sent, whoever sent it: tables, columns, kinds. No rule is asked: who can send one could as well type it
 * into the cells.
 *
 * @throws {Refusal} `too-large` or `bad-request`
 */
export function readSentTurn(text: string): SentTurn {
  if (text.length > LARGEST_DECISION) throw new Refusal("too-large", decisionTooLarge());
  const sent = parsed(text);
  const { turn } = sent;
  if (typeof sent.build !== "string" || !isDay(sent.today) || !isObject(sent.stoodOn) || !isTurn(turn)) throw misformed();
  for (const [name, tab] of Object.entries(turn.tabs)) refuseTab(name, tab);
  for (const [name, value] of Object.entries(turn.settings)) {
    if (!TURNED_SETTINGS.some((one) => one === name)) throw misformed();
    refuseCell({ table: "settings" }, name, "value", [value]);
  }
  return sent as SentTurn;
}

function parsed(text: string): Partial<SentTurn> {
  try {
    const read: unknown = JSON.parse(text);
    if (isObject(read)) return read;
  } catch {}
  throw misformed();
}

function isTurn(turn: BookTurn | undefined): turn is BookTurn {
  return (
    isObject(turn) && Number.isInteger(turn.year) && Number.isInteger(turn.people) && [turn.tabs, turn.settings].every(isObject)
  );
}

/** 设置 has its own part, and of what is no part of a reading nothing is sent. */
function refuseTab(given: string, tab: TabTurn): void {
  const name = PRESENT_TABLES.find((one) => one === given && one !== "settings" && one !== "runs");
  const isWhole = isObject(tab) && typeof tab.isBelow === "boolean" && [tab.replaced, tab.added].every(Array.isArray);
  if (name === undefined || !isWhole || !(tab.stays === null || isTexts(tab.stays))) throw misformed();
  for (const one of tab.replaced) {
    if (!Array.isArray(one) || typeof one[0] !== "string") throw misformed();
    refuseRow(name, one[1]);
  }
  for (const row of tab.added) refuseRow(name, row);
}

function refuseRow(table: TableName, row: unknown): void {
  if (!isObject(row)) throw misformed();
  for (const [column, value] of Object.entries(row)) refuseCell({ table }, "", column, [value]);
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === "string");
const isObject = (value: unknown): value is Readonly<Record<string, never>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const misformed = (): Refusal => new Refusal("bad-request", badRequest());
