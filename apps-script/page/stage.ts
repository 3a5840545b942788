import type { ComponentChild } from "preact";
import { sentenceOf } from "./sentences";

/** What is in front of the person: a heading, what it shows, and buttons below. */
export interface Step {
  readonly title: string;
  /** Drawn anew each time, as the workbook may have been read anew. */
  readonly content: () => ComponentChild;
  readonly buttons: readonly StepButton[];
  /** Shows the same of a newer reading of the workbook. */
  readonly refresh?: () => void;
}

export interface StepButton {
  readonly text: string;
  readonly press: () => void;
  readonly isMain?: boolean;
  /** The form that it sends. */
  readonly form?: string;
}

/** The one place of the page where steps follow each other. It says what goes on, and lets nobody press a button twice. */
export class Stage {
  step: Step | null = null;
  /** Counts the steps: another number, another step. */
  count = 0;
  status = "";
  alert = "";
  /** What holds for all steps until it is over. */
  notice = "";
  isBusy = false;
  private readonly listeners = new Set<() => void>();

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  show(step: Step): void {
    this.step = step;
    this.count++;
    this.alert = "";
    this.tell();
  }

  /** Shows the same step as it is by now: focus and place stay. */
  renew(step: Step): void {
    this.step = step;
    this.tell();
  }

  /** Does something that takes a while, and says what. Errors are shown as their sentence. */
  async whileSaying(text: string, work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    Object.assign(this, { isBusy: true, status: text, alert: "" });
    this.tell();
    try {
      // What is said is painted before a long computation begins.
      await new Promise((painted) => setTimeout(painted, 0));
      await work();
    } catch (error) {
      this.alert = sentenceOf(error);
    } finally {
      Object.assign(this, { isBusy: false, status: "" });
      this.tell();
    }
  }

  /** Says how far it is with what goes on. */
  say(status: string): void {
    if (!this.isBusy || status === "") return;
    this.status = status;
    this.tell();
  }

  /** What is shown is drawn again: the workbook was read anew, or somebody else works here. */
  tell(): void {
    for (const listener of this.listeners) listener();
  }
}
