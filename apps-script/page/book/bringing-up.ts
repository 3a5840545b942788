import type { Context } from "../../domain/rules/context";
import { bringTodo, isTodoWanted, leaveTodo } from "../../domain/rules/todo-now";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { todoIn } from "../deciding/todo-beside";

/** 待办 of one reading of a large workbook: worked out beside the page, once a screen asks for it. Until then it is as written. */
export class BringingUp {
  isUnderWay = false;

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

  /** A screen has asked for something. */
  look(): void {
    if (this.isUnderWay || !isTodoWanted(this.snapshot, this.context)) return;
    this.isUnderWay = true;
    void this.bring();
  }

  private async bring(): Promise<void> {
    // The screen that has asked is still being drawn.
    await new Promise((drawn) => setTimeout(drawn, 0));
    this.begun();
    const text = await this.work();
    bringTodo(this.snapshot, this.context, text === null ? null : todoIn(text));
    this.isUnderWay = false;
    this.done();
  }
}
