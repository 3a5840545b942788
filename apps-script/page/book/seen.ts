import type { Day } from "../../domain/days/civil-day";
import { type Context, contextOf } from "../../domain/rules/context";
import type { PackedGrid } from "../../domain/serving/packed-grid";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import type { Decider } from "../deciding/decider";
import { BringingUp } from "./bringing-up";
import { KeptViews, type View } from "./kept-views";
import { screenSnapshot } from "./screen-snapshot";

/** What is worked out of one reading of the workbook: kept with it, as it is asked for at every key. */
export class Seen {
  readonly snapshot: Snapshot;
  readonly context: Context;
  private views: KeptViews;
  /** Null where 待办 is brought up to now on the page itself. */
  private readonly bringing: BringingUp | null;

  /** @param news is called when screens show something else of the same reading */
  constructor(tabs: readonly PackedGrid[], today: Day, decider: Decider, news: () => void) {
    const snapshot = screenSnapshot(tabs);
    const context = contextOf(snapshot, today);
    const done = (): void => {
      this.views = new KeptViews(snapshot, context);
      news();
    };
    const work = decider.todo({ kind: "todo", tabs, today });
    this.bringing = work && new BringingUp(snapshot, context, work, news, done);
    this.views = new KeptViews(snapshot, context);
    this.snapshot = snapshot;
    this.context = context;
  }

  /** What a view shows, worked out once for each question. */
  view<Q, V>(view: View<Q, V>, question: Q): V {
    const shown = this.views.of(view, question);
    this.bringing?.look();
    return shown;
  }

  get isBringingUp(): boolean {
    return this.bringing?.isUnderWay ?? false;
  }
}
