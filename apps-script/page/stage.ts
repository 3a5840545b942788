/** What is in front of the person: a heading, what it shows, and buttons below. */
export interface Step {
  readonly title: string;
  /** What preact draws: anew each time, as the workbook may have been read anew. */
  readonly content: () => object | null;
  readonly buttons: readonly StepButton[];
  /** Whether it is a screen: what staff have begun there is there when they come back. */
  readonly isScreen?: boolean;
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
  /** What waits on a screen until staff go there. */
  waiting = "";
  isBusy = false;
  /** Whether what goes on is nothing that staff asked for. */
  isUnasked = false;
  /** Whether something that staff asked for goes on or waits to begin. */
  private isAsked = false;
  /** Counts where staff wanted to go: the last counts. */
  private wishes = 0;
  private readonly listeners = new Set<() => void>();

  /** `sentenceOf` is what staff are told of an error. */
  constructor(private readonly sentenceOf: (error: unknown) => string) {}

  /** Whether something goes on that nothing else may begin beside. What nobody asked for keeps nobody from a click. */
  get isHeld(): boolean {
    return this.isBusy && !this.isUnasked;
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  show(step: Step): void {
    if (!this.isBusy) this.wishes++;
    this.step = step;
    this.count++;
    if (!this.isUnasked) this.alert = "";
    this.tell();
  }

  /** Shows the same step as it is by now: focus and place stay. */
  renew(step: Step): void {
    this.step = step;
    this.tell();
  }

  /**
   * Does something that staff asked for and that takes a while, and says what. Errors are shown as their sentence. It waits for
   * what nobody asked for; what is asked for while something else is, is a button pressed twice.
   */
  async whileSaying(text: string, work: () => Promise<void>): Promise<void> {
    if (this.isAsked) return;
    this.isAsked = true;
    try {
      while (this.isBusy) await this.idle();
      this.alert = "";
      await this.carryOut(text, work, false);
    } finally {
      this.isAsked = false;
    }
  }

  /** Leads somewhere, after what staff asked for before; not where they have gone elsewhere meanwhile. */
  async inTurn(text: string, work: () => Promise<void>): Promise<void> {
    const mine = ++this.wishes;
    // What leads on mostly ends just now.
    await new Promise((ended) => setTimeout(ended, 0));
    while (this.isAsked) await this.idle();
    if (mine === this.wishes) await this.whileSaying(text, work);
  }

  /**
   * Does something that nobody asked for, once nothing else goes on. What staff were told before stays, as they may not have
   * read it yet.
   */
  async unasked(text: string, work: () => Promise<void>): Promise<void> {
    while (this.isBusy) await this.idle();
    await this.carryOut(text, work, true);
  }

  /** Waits until nothing goes on. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      let stop = (): void => undefined;
      const look = (): void => {
        if (this.isBusy) return;
        stop();
        resolve();
      };
      stop = this.listen(look);
      look();
    });
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

  private async carryOut(text: string, work: () => Promise<void>, isUnasked: boolean): Promise<void> {
    Object.assign(this, { isBusy: true, isUnasked, status: text });
    this.tell();
    try {
      // What is said is painted before a long computation begins.
      await new Promise((painted) => setTimeout(painted, 0));
      await work();
    } catch (error) {
      this.alert ||= this.sentenceOf(error);
    } finally {
      Object.assign(this, { isBusy: false, isUnasked: false, status: "" });
      this.tell();
    }
  }
}
