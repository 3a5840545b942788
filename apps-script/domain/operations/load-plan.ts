import { withChanges } from "../changes/advance";
import { combine } from "../changes/combine";
import { OutcomeBuilder } from "../changes/outcome";
import { IMPORT_SOURCE, ImportTodo } from "../merge/import-todo";
import { statedIn } from "../plan/classes";
import { cellsBeside, cellsOf } from "../plan/plan-cells";
import { type ClassFate, hasSameWindow, namesakeOf, planChange } from "../plan/plan-change";
import type { PlanReading } from "../plan/read-plan";
import { STATED_COLUMNS } from "../plan/stated-columns";
import { concernedBy, knowsOf } from "../plan/told-of-change";
import { touchedPeople, touchedRows } from "../plan/touched-people";
import { normaliseClass, numberedClass, type StatedClass } from "../plan/training-class";
import { runOne } from "../rules/actions";
import { checkPlanRule } from "../rules/check-plan";
import type { Context } from "../rules/context";
import { closeLine } from "../rules/todo-answers";
import { CLASS_STATE, SEVERITY } from "../schema/allowed";
import { ACTION_TABLES } from "../schema/index";
import { PLAN } from "../schema/plan";
import type { Enrolment } from "../schema/roster";
import type { TodoRow } from "../schema/tables";
import type { Snapshot } from "../snapshot/snapshot";
import { formerClass } from "../wording/assign";
import type { PlanCode } from "../wording/plan";
import * as say from "../wording/plan-load";
import { titleOfRule } from "../wording/rules";
import type { Decision, Operation } from "./operation";

/**
 * Loads a plan, or the part of it that a later notice changes. A class that is stated otherwise gets a new version and its
 * old row becomes 停办; one that the notice calls off becomes 停办; one that the table does not name stays as it is, and so does one
 * of which the table has less than the workbook, or a name that may be another's: that is asked. Who is in a class that changed is told by unit, in a finding and in 待办.
 * Source: the notice, 一.6 "培训安排如有变更，将第一时间在中心网站发布通知": the plan may change.
 *
 * @param year of the table; that of the workbook where the table names none
 */
export function loadPlanOperation(classes: readonly StatedClass[], year: number | null, beside: Beside = NOTHING): Operation {
  return {
    id: "plan",
    title: say.LOAD_PLAN_TITLE,
    tables: ACTION_TABLES,
    decide: (snapshot, context) => new PlanLoading(snapshot, context, year ?? context.settings.planYear).take(classes, beside),
  };
}

/** What a table has besides its classes. */
type Beside = Pick<PlanReading, "doubts" | "unread">;
const NOTHING: Beside = { doubts: [], unread: [] };

type Held = Exclude<ClassFate, { row: null }>;
type Counted = "added" | "replaced" | "unchanged" | "stopped" | "asked";

class PlanLoading {
  private readonly out = new OutcomeBuilder<PlanCode>();
  private readonly todo: ImportTodo;
  private readonly counts: Record<Counted, number> = { added: 0, replaced: 0, unchanged: 0, stopped: 0, asked: 0 };

  constructor(
    private readonly snapshot: Snapshot,
    private readonly context: Context,
    private readonly year: number,
  ) {
    this.todo = new ImportTodo(snapshot);
  }

  take(classes: readonly StatedClass[], { doubts, unread }: Beside): Decision {
    const { fates, repeated, unlisted } = planChange(this.snapshot.plan, classes, this.year);
    for (const fate of fates) this.follow(fate);
    this.tellStill(fates);
    if (repeated.length > 0) this.out.find("P27", "plan", null, "name", say.repeatedClasses(repeated));
    this.counts.asked += doubts.length + repeated.length;
    for (const { row, message } of doubts) this.out.find("P32", "plan", row, "name", message);
    if (unread.length > 0) this.out.find("P33", "plan", null, null, say.unreadColumns(unread));
    const names = unlisted.flatMap(({ name }) => name ?? []);
    if (names.length > 0) this.out.find("P24", "plan", null, "name", say.unlistedClasses(names));
    this.todo.write(this.out);
    const loaded = this.out.done();
    const checked = runOne(checkPlanRule)(withChanges(this.snapshot, loaded), this.context);
    return combine([loaded, checked], { classes: classes.length, ...this.counts, unlisted: unlisted.length });
  }

  private follow(fate: ClassFate): void {
    if (fate.kind === "same" || fate.kind === "changed") this.compareBeside(fate);
    if (fate.kind === "added") this.add(fate.stated);
    else if (fate.kind === "changed") this.replace(fate);
    else if (fate.kind === "stopped") this.stop(fate);
    else if (fate.kind === "lost") this.keepLost(fate);
    else if (fate.kind === "alike") this.ask(fate);
    else if (fate.kind === "unknown") this.out.find("P30", "plan", null, "name", say.unknownCalledOff(fate.stated.name));
    else if (fate.kind === "waits") this.wait(fate.stated);
    else this.counts.unchanged++;
  }

  /** A class of which not all can be read is taken once it can. */
  private wait(stated: StatedClass): void {
    this.counts.asked++;
    const { problems } = normaliseClass(stated, this.year);
    const [{ cell } = { cell: "name" as const }] = problems;
    this.out.find("P32", "plan", stated.name, STATED_COLUMNS[cell], say.classWaits(stated, problems));
  }

  private add(stated: StatedClass): void {
    const state = stated.stopped ? { state: CLASS_STATE.stopped } : {};
    this.out.add("plan", { ...cellsOf(stated, this.year), year: this.year, version: 1, ...state }, say.planReason);
    this.counts[stated.stopped ? "stopped" : "added"]++;
    const namesake = namesakeOf(stated.name);
    const row = namesake === null ? undefined : this.snapshot.plan.find(({ name }) => numberedClass(name ?? "") === namesake);
    if (row?.name == null) return;
    const message = say.addedAlike(stated.name, row.name);
    this.out.find("P29", "plan", stated.name, "name", message, {
      severity: SEVERITY.hint,
      advice: say.addedAlikeAdvice(row.name),
    });
  }

  /** 容量 and 地点 are staff's: a table fills them in where they are empty. */
  private compareBeside({ kind, stated, row }: Held): void {
    const beside = cellsBeside(stated);
    for (const column of ["place", "capacity"] as const) {
      const [is, held] = [beside[column], row[column]];
      if (is === null || String(held) === String(is)) continue;
      if (held !== null) {
        const message = say.besideDiffers(row.name ?? row.key, PLAN.columns[column].title, String(is), String(held));
        this.out.find("P34", "plan", row.key, column, message);
      } else if (kind === "same") this.out.set("plan", row, column, is, say.planReason);
    }
  }

  /** Nothing good gives way to what nobody can read. */
  private keepLost({ stated, row, cells }: Extract<ClassFate, { kind: "lost" }>): void {
    this.counts.unchanged++;
    const reasons = new Map(normaliseClass(stated, this.year).problems.map(({ cell, message }) => [cell, message]));
    const lost = cells.map((cell) => ({ cell, message: stated[cell] === null ? null : (reasons.get(cell) ?? null) }));
    this.out.find("P28", "plan", row.key, "name", say.cellsLost(row.name ?? row.key, lost));
  }

  private ask({ stated, row }: Held): void {
    this.counts.unchanged++;
    const name = row.name ?? row.key;
    const advice = say.isItAdvice(name);
    this.out.find("P29", "plan", row.key, "name", say.isIt(stated.name, name), { severity: SEVERITY.warning, advice });
  }

  /** 容量 and 地点 go over; 预约已核对 is about one booking window, so it goes over with the window alone. */
  private replace({ stated, row }: Held): void {
    const version = Number(row.version ?? 1) + 1;
    const named = { ...stated, name: row.name ?? stated.name };
    this.out.set("plan", row, "state", CLASS_STATE.stopped, say.replacedReason(version));
    const { signUpsListed, bookingsListed } = row;
    const beside = cellsBeside(stated);
    const [capacity, place] = [row.capacity ?? beside.capacity, row.place ?? beside.place];
    const [was, is] = [normaliseClass(statedIn(row), this.year), normaliseClass(named, this.year)];
    const isSame = hasSameWindow(row, is, this.year);
    const lists = { signUpsListed, bookingsListed };
    const kept = { capacity, place, ...lists, bookingChecked: isSame ? row.bookingChecked : null };
    const cells = { ...cellsOf(named, this.year), year: this.year, version, ...kept };
    const key = this.out.add("plan", cells, say.planReason);
    this.counts.replaced++;
    this.rememberTold(named.name, formerClass(named.name, version), concernedBy(was, is));
    this.tell(key, named.name, version, say.changedClass(named.name, say.changesOf(statedIn(row), stated)));
  }

  private stop({ row }: Held): void {
    this.out.set("plan", row, "state", CLASS_STATE.stopped, say.calledOffReason);
    this.counts.stopped++;
    this.rememberTold(row.name ?? row.key, row.name ?? row.key, () => true);
    this.tell(row.key, row.name ?? row.key, Number(row.version ?? 1), say.calledOff(row.name ?? row.key));
  }

  /** Whom the change concerns, once a class and version. */
  private tell(key: string, name: string, version: number, change: string): void {
    this.closeEarlier(name);
    const units = touchedPeople(this.snapshot.roster, name);
    const message = say.withPeople(change, units);
    const severity = units.length === 0 ? SEVERITY.hint : SEVERITY.warning;
    this.out.find("P25", "plan", key, "name", message, { severity });
    if (units.length === 0) return;
    const about = [String(this.year), name, String(version), change];
    const content = say.forTodo(message);
    this.todo.raise({ code: "P25", severity, about, subject: name, unit: null, phone: null, content });
  }

  /** What people know of the class is not so any more: 已通知班级 says so until they are told (A25). */
  private rememberTold(name: string, told: string, isConcerned: (row: Enrolment) => boolean): void {
    for (const row of touchedRows(this.snapshot.roster, name)) {
      if (knowsOf(row, name) && isConcerned(row)) this.out.set("roster", row, "toldClass", told, say.planReason);
    }
  }

  /** What an earlier notice said of the class is not so any more; the new line says what is. */
  private closeEarlier(name: string): void {
    const isEarlier = ({ rule, subject, state, source }: TodoRow): boolean =>
      source === IMPORT_SOURCE && rule === titleOfRule("P25") && subject === name && state === null;
    for (const row of this.snapshot.todo.filter(isEarlier)) closeLine(this.out, row, this.context.today);
  }

  private tellStill(fates: readonly ClassFate[]): void {
    const names = fates.flatMap(({ kind, row }) => (kind === "stillStopped" ? (row?.name ?? []) : []));
    if (names.length > 0) this.out.find("P26", "plan", null, "state", say.stillStopped(names));
  }
}
