import type { Closed } from "../changes/closed";
import type { Finding } from "../changes/finding";
import type { Day } from "../days/civil-day";
import type { CopyAnswer } from "../operations/keying";
import type { RunStop } from "../operations/write-begun";
import type { TableName } from "../schema/index";
import type { PackedGrid } from "./packed-grid";

/**
 * What goes between a page and whoever holds the workbook for it: the script of a Google Sheet, or the local server. All of it is
 * plain JSON. Texts may come from cells, and the page shows them as text.
 *
 * The page decides: it reads the workbook once, works every screen and preview out of that, and sends decisions, never cells.
 */
export interface Calls {
  readonly open: { readonly ask: OpenAsk; readonly value: Opening };
  readonly read: { readonly ask: ReadAsk; readonly value: Reading };
  readonly passwords: { readonly ask: PasswordsAsk; readonly value: Passwords };
  readonly commit: { readonly ask: CommitAsk; readonly value: Committed };
  readonly turn: { readonly ask: TurnAsk; readonly value: Turned };
  readonly init: { readonly ask: InitAsk; readonly value: Initialised };
  readonly tabText: { readonly ask: TabAsk; readonly value: TabText };
  readonly jump: { readonly ask: JumpAsk; readonly value: boolean };
}

export type CallName = keyof Calls;
export type AskOf<N extends CallName> = Calls[N]["ask"];
export type ValueOf<N extends CallName> = Calls[N]["value"];

/** `error` is the one sentence for the person in front of the page; `code` tells programs why, where it was refused. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly code: string | null };

/** Asks who works here on what. `clerk` is a name to keep from now on, `copy` what staff say that a copied document is. */
interface OpenAsk {
  readonly clerk: string | null;
  readonly copy: CopyAnswer | null;
}

interface Opening {
  /** Names the program: a decision of another build is not taken. */
  readonly build: string;
  /** Where the workbook is: in a Google Sheet, where places can be jumped to, or in a file. */
  readonly home: "sheet" | "file";
  /** What people call the document. */
  readonly document: string;
  readonly clerk: string | null;
  /** Whether it is a workbook of ours yet; if not, `init` makes one of it. */
  readonly isWorkbook: boolean;
  /** Whether the document is a copy of which staff have not said what it is: that is asked first. */
  readonly isCopy: boolean;
  /** Tabs that are not the workbook's own; one of them may hold a plan. */
  readonly tabs: readonly string[];
  /** Whom staff have selected in the Sheet; null where nobody is. */
  readonly selected: SelectedRows | null;
}

/** Rows of people that are selected: their 报名编号, and how many are named but have none. */
interface SelectedRows {
  readonly numbers: readonly string[];
  readonly unnumbered: number;
}

/**
 * What is to be read: the tables of screens unless `tables` are named. `runs` are runs whose change sets are wanted besides.
 * `isSettled`: only once nobody is writing, so that a run that is not in 操作记录 was not written.
 */
export interface ReadAsk {
  readonly tables: readonly TableName[] | null;
  readonly runs: readonly string[];
  readonly isSettled: boolean;
}

/** The workbook at a moment, without secrets. `today` is the day at the workbook's place, as every day is. */
export interface Reading {
  readonly build: string;
  readonly document: string;
  readonly clerk: string | null;
  readonly today: Day;
  readonly moment: string;
  /** Cells that are protected against this person, so that a preview can say so. */
  readonly closed: readonly Closed[];
  readonly tabs: readonly PackedGrid[];
}

/**
 * Asks for the passwords of 模拟卡: the one call by which a secret comes to a page, made when slips with passwords are to be printed
 * and at no other time. Whoever may open the document may read that tab in it as well.
 */
type PasswordsAsk = Readonly<Record<string, never>>;

/** By 卡号; a card without a password is not among them. */
type Passwords = readonly (readonly [card: string, password: string])[];

/** A decision as `decideAway` makes it. */
interface CommitAsk {
  readonly decision: string;
}

/**
 * What became of a decision. `written`: it stands in the workbook as `run`, or there was nothing to write (null). `changed`: the
 * workbook says something else by now, nothing was written. `stopped`: it was cut off after something was written; `error` says
 * why, and at `write` the next run of anybody writes the rest. `findings` are what the writing has to tell, `finished` the
 * runs found half written that it finished first.
 */
export type Committed =
  | (CommittedParts & { readonly state: "written"; readonly run: string | null; readonly size: WrittenSize })
  | (CommittedParts & { readonly state: "changed" })
  | (CommittedParts & {
      readonly state: "stopped";
      readonly run: string | null;
      readonly at: RunStop["at"];
      readonly error: string;
    });

interface CommittedParts {
  readonly findings: readonly Finding[];
  readonly finished: readonly string[];
  readonly isMigrated: boolean;
}

/** Cells changed, rows added and rows blanked. */
export interface WrittenSize {
  readonly cells: number;
  readonly rows: number;
  readonly blanked: number;
}

/**
 * The next year, in a Google Sheet: `prepare` gives the old book a secret, by which a copy of it is known as one; `carry` makes the
 * copy the book of the next year, as `decision` says; `finish` writes what is still missing of that.
 */
interface TurnAsk {
  readonly step: "prepare" | "carry" | "finish";
  readonly decision: string | null;
}

/** `changed`: the copy says something else by now, nothing was written. `stopped`: the next run of anybody writes the rest. */
type Turned = { readonly state: "done" | "changed" } | { readonly state: "stopped"; readonly error: string };

/** `agreed` is the hash of what was shown to be lacking; null asks what is. `year` is the plan year of a new workbook. */
interface InitAsk {
  readonly year: number | null;
  readonly agreed: string | null;
}

/** What a document lacks to be a workbook of the present schema; nothing that is there is ever changed or moved. */
interface Lacking {
  readonly tabs: readonly string[];
  readonly columns: readonly { readonly tab: string; readonly titles: readonly string[] }[];
  /** Entries of 设置. */
  readonly settings: readonly string[];
  /** The schema version the document says it has; null when it says none. */
  readonly version: number | null;
  readonly isComplete: boolean;
}

/** `shown`: nothing is done yet. `changed`: something else is lacking than was agreed to, nothing was done. */
interface Initialised {
  readonly state: "shown" | "changed" | "done";
  readonly lacking: Lacking;
  readonly hash: string;
  /** Whether a plan year has to be said. */
  readonly asksYear: boolean;
}

interface TabAsk {
  readonly title: string;
}

/** The cells of a tab as people see them: `4月5日` is what the notice says, whatever the program made of it inside. */
type TabText = readonly (readonly string[])[];

/** A place in the workbook; false comes back where it is not there any more. `column` null is the row. */
interface JumpAsk {
  readonly table: TableName;
  readonly row: string;
  readonly column: string | null;
}
