import { type DeskPerson, deskPersonView } from "../../domain/views/desk";
import { deskClasses } from "../../domain/views/desk-find";
import { isStillOpen } from "../../domain/wording/money";
import type { Book } from "../book/book";
import type { Stage } from "../stage";
import * as say from "../wording/desk-screen";
import type { Arrival } from "./arrival";
import { type Draft, EMPTY_DRAFT } from "./keys";
import { CheckInQueue } from "./queue";

/** What of the page the desk needs. */
interface Place {
  readonly book: Book;
  readonly stage: Stage;
}

/** What the desk is about: its class, who stands there, and who is to be written. Kept while another screen is looked at. */
export class DeskState {
  readonly queue: CheckInQueue;
  find = "";
  person: string | null = null;
  draft: Draft = EMPTY_DRAFT;
  /** What is said of the last thing that was not done. */
  notice = "";
  private chosen: string | null = null;

  private constructor(private readonly desk: Place) {
    this.queue = new CheckInQueue(desk.book, () => desk.stage.idle());
  }

  static of(desk: Place): DeskState {
    const state = known.get(desk) ?? new DeskState(desk);
    known.set(desk, state);
    return state;
  }

  /** The class of the desk: as chosen, else the one whose report-in day is nearest; null where the year has none. */
  get class(): string | null {
    return this.chosen ?? this.desk.book.view(deskClasses, null)[0]?.name ?? null;
  }

  chooseClass(name: string): void {
    this.chosen = name;
    this.leave();
  }

  /** The person in front. */
  get facts(): DeskPerson | null {
    if (this.person === null || this.class === null) return null;
    return this.desk.book.view(deskPersonView, { class: this.class, person: this.person });
  }

  take(person: string): void {
    Object.assign(this, { person, draft: EMPTY_DRAFT, notice: "" });
  }

  leave(notice = ""): void {
    Object.assign(this, { person: null, find: "", draft: EMPTY_DRAFT, notice });
  }

  /** Has a look again at somebody who was not taken in, with what was said of them. */
  lookAgain({ key, class: name, papers, method, reason }: Arrival): void {
    this.queue.drop(key);
    this.chooseClass(name);
    Object.assign(this, { person: key, draft: { papers, method, reason: reason ?? "", odd: null } });
  }

  /** Takes in who stands there. Gives back what is still missing: a reason, or nothing. */
  enter(): "reason" | null {
    const { facts, draft } = this;
    if (draft.odd !== null) {
      this.leave(say.oddKeys(draft.odd, facts?.name ?? ""));
      return null;
    }
    if (facts === null || this.refusalOf(facts) !== null || this.class === null) return null;
    const reason = draft.reason.trim() || null;
    if (concernsOf(facts, draft).length > 0 && reason === null) return "reason";
    const { key, name } = facts;
    const arrival = {
      key,
      name: name ?? key,
      class: this.class,
      papers: draft.papers,
      method: draft.method,
      reason,
      seen: facts,
    };
    this.leave();
    this.queue.add(arrival);
    return null;
  }

  /** Why nobody can be taken in by this desk, whatever reason there is. */
  refusalOf({ key, reportedInOn }: DeskPerson): string | null {
    if (this.queue.holds(key)) return say.IN_QUEUE;
    return reportedInOn === null ? null : say.cameAlready(reportedInOn);
  }
}

const known = new WeakMap<Place, DeskState>();

/** What speaks against taking somebody in, once what is taken of them is. */
export function concernsOf({ concerns }: DeskPerson, { method }: Draft): readonly string[] {
  return method === null ? concerns : concerns.filter((one) => !isStillOpen(one));
}
