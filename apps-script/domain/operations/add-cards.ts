import { fileName } from "../changes/finding";
import { found } from "../changes/found";
import { OutcomeBuilder } from "../changes/outcome";
import { secretKey } from "../changes/write-plan";
import { boundedRows } from "../merge/table-file";
import { CARD } from "../schema/allowed";
import { longestOf } from "../schema/column";
import { CARDS } from "../schema/tables";
import { headerForm } from "../snapshot/layout";
import type { Snapshot } from "../snapshot/snapshot";
import { isLonger } from "../snapshot/text-length";
import { presentValue, textOf, type Value } from "../snapshot/value";
import * as say from "../wording/card-list";
import type { Decision, Operation } from "./operation";

/** A supplier's list: the cards with the file's row numbers, as the cells came. */
interface CardList {
  readonly file: string;
  readonly cards: readonly CardLine[];
}

interface CardLine {
  readonly at: number;
  readonly number: Value;
  readonly password: Value;
  readonly subject: Value;
  readonly type: Value;
}

const CARD_CELLS = ["number", "password", "subject", "type"] as const;

const headers: Readonly<Record<string, keyof CardLine>> = {
  卡号: "number",
  模拟卡号: "number",
  账号: "number",
  密码: "password",
  卡密: "password",
  科目: "subject",
  类型: "type",
};

/** What suppliers call the column that is nobody's to see. */
export const PASSWORD_TITLES: readonly string[] = Object.keys(headers).filter((title) => headers[title] === "password");

/** Finds 卡号 and 密码 in a sheet, wherever the header stands; null when they are not there. */
export function cardLines(rows: readonly { readonly at: number; readonly cells: readonly Value[] }[]): CardLine[] | null {
  for (const [index, row] of rows.entries()) {
    const columns = new Map<keyof CardLine, number>();
    row.cells.forEach((cell, column) => {
      const name = new Map(Object.entries(headers)).get(headerForm(cell));
      if (name && !columns.has(name)) columns.set(name, column);
    });
    if (!columns.has("number") || !columns.has("password")) continue;
    return boundedRows(rows.slice(index + 1)).flatMap(({ at, cells }) => {
      const cell = (name: keyof CardLine): Value => presentValue(cells[columns.get(name) ?? -1]);
      const line = { at, number: cell("number"), password: cell("password"), subject: cell("subject"), type: cell("type") };
      return line.number === null && line.password === null ? [] : [line];
    });
  }
  return null;
}

/** Adds the cards that the pool does not have. Passwords travel beside the change set, never in it. */
export function addCardsOperation(list: CardList): Operation {
  return { id: "cards", title: say.ADD_CARDS_TITLE, decide: (snapshot) => decide(snapshot, list) };
}

function decide(snapshot: Snapshot, { file, cards }: CardList): Decision {
  const out = new OutcomeBuilder();
  const pool = new Map(snapshot.cards.map((card) => [textOf(card.number), card]));
  const inFile = new Set<string>();
  const secrets = new Map<string, Readonly<Record<string, string>>>();
  let known = 0;
  let refused = 0;
  const refuse = (code: say.CardListCode, line: CardLine, message: string): void => {
    refused++;
    out.take(found(code, { table: fileName(file), row: String(line.at), column: CARDS.columns.number.title }, message));
  };
  for (const line of cards) {
    const tooLong = CARD_CELLS.find((name) => isLonger(textOf(line[name]), longestOf(CARDS.columns[name])));
    if (tooLong !== undefined) {
      const { title } = CARDS.columns[tooLong];
      refuse("C94", line, say.cardTooLong(file, line.at, title, longestOf(CARDS.columns[tooLong])));
      continue;
    }
    const number = textOf(line.number);
    const password = textOf(line.password);
    if (number === "" || password === "") refuse("C90", line, say.noCardNumber(file, line.at));
    else if (typeof line.number === "number" || typeof line.password === "number")
      refuse("C91", line, say.damagedCard(file, line.at));
    else if (inFile.has(number)) refuse("C92", line, say.cardTwice(file, line.at, number));
    else if (pool.has(number)) {
      if (textOf(pool.get(number)?.password) === password) known++;
      else refuse("C93", line, say.otherPassword(file, line.at, number));
    } else {
      const key = out.add("cards", { number, subject: line.subject, type: line.type, state: CARD.free }, say.cardReason(file));
      secrets.set(secretKey("cards", key), { password });
    }
    inFile.add(number);
  }
  return { ...out.done({ added: secrets.size, known, refused }), secrets };
}
