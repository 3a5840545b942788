import { withChanges } from "../../../apps-script/domain/changes/advance";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { carryAgain } from "../../../apps-script/domain/next-year/carry-again";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { BookParts } from "../../support/books";
import { idOf } from "../merge/lists";
import { oldBook, rolled } from "./rolled";

export const JANUARY = "2025-01-15";
export const person = (at: number, more: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  ...{ name: `某${"甲乙丙丁"[at] ?? ""}`, idNumber: idOf(at), mobile: `1380000000${at}`, unit: "安生矿业", post: "主要负责人" },
  ...{ kind: "再培训", validUntil: "2026-06-20", trained: "是", exam: "合格", state: "已完成" },
  ...more,
});

/** A book of 2024 and the one of 2025; `later` is what happened in the old one after, `typed` what was typed in the new one. */
interface Story {
  readonly before: BookParts;
  readonly later?: (old: Snapshot) => Snapshot;
  readonly typed?: (next: Snapshot) => Snapshot;
}

export function again({ before, later = (book) => book, typed = (book) => book }: Story) {
  const old = oldBook(before);
  const next = typed(rolled(old).next);
  const changed = later(old);
  const carried = carriedOver(changed, contextOf(changed, JANUARY));
  const { decide } = carryAgain(carried);
  const outcome = decide(next, contextOf(next, JANUARY));
  const after = withChanges(next, outcome);
  const third = decide(after, contextOf(after, JANUARY));
  return { after, outcome, third, findings: outcome.findings.map(({ code, message }) => `${code} ${message}`) };
}

export const withRow = (key: string, more: Partial<Enrolment>) => (book: Snapshot) => ({
  ...book,
  roster: book.roster.map((row) => (row.key === key ? { ...row, ...more } : row)),
});
