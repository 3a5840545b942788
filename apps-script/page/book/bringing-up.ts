import type { Context } from "../../domain/rules/context";
import { bringTodo, isTodoWanted, leaveTodo } from "../../domain/rules/todo-now";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { todoIn } from "../deciding/todo-beside";

/** 待办 of one reading of a large workbook: worked out beside the page, once a screen asks for it. Until then it is as written. */
export class BringingUp {
  private underWay: Promise<void> | null = null;

  /**
   * @param work works it out; null where it can't be done beside the page
   * @param begun screens are to say so
   * @param done screens show something else by now
   */
  constructor(
    private readonly snapshot: Snapshot,
    private readonly context: Context,
    private readonly work: () => Promise<string | null>,
    private readonly begun: () => void,
    private readonly done: () => void,
  ) {
    leaveTodo(snapshot, context);
  }

  get isUnderWay(): boolean {
    return this.underWay !== null;
  }

  /** A screen has asked for something. */
  look(): void {
    if (!this.isUnderWay && isTodoWanted(this.snapshot, this.context)) this.underWay = this.bring();
  }

  /** Makes something of 待办 as it is now: what asked for 待办 before it was brought up is made again after that. */
  async upToNow<T>(make: () => T): Promise<T> {
    if (isTodoWanted(this.snapshot, this.context)) leaveTodo(this.snapshot, this.context);
    const made = make();
    if (!isTodoWanted(this.snapshot, this.context)) return made;
    this.look();
    await this.underWay;
    return make();
  }

  private async bring(): Promise<void> {
    // The screen that has asked is still being drawn.
    await new Promise((drawn) => setTimeout(drawn, 0));
    this.begun();
    const text = await this.work();
    bringTodo(this.snapshot, this.context, text === null ? null : todoIn(text));
    this.underWay = null;
    this.done();
  }
}
