import type { LeftOut } from "../../domain/rules/left-out";
import type { Choice } from "../report/view";

/** In milliseconds: several ticks one after the other are decided once. */
const PAUSE = 400;

/** The ticks of a preview. What was ticked is decided anew a moment later; until then there is nothing to carry out. */
export class Ticking {
  private left: ReadonlySet<string>;
  private decided: LeftOut;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param redraw shows the ticks as they are by now
   * @param decide decides anew
   */
  constructor(
    choices: readonly Choice[],
    private readonly redraw: () => void,
    private readonly decide: () => void,
  ) {
    this.decided = leftOutIn(choices);
    this.left = this.decided;
  }

  get leftOut(): LeftOut {
    return this.left;
  }

  isTicked(key: string): boolean {
    return !this.left.has(key);
  }

  /** What is shown was decided with these ticks. */
  get isDecided(): boolean {
    return this.left.size === this.decided.size && [...this.left].every((key) => this.decided.has(key));
  }

  set(keys: readonly string[], isTicked: boolean): void {
    const left = new Set(this.left);
    for (const key of keys) isTicked ? left.delete(key) : left.add(key);
    this.left = left;
    this.redraw();
    this.decideSoon();
  }

  /** `asked` was decided, and it came to these; whatever was ticked since is still to be decided. */
  adopt(asked: LeftOut, choices: readonly Choice[]): void {
    const isSame = this.left === asked;
    this.decided = leftOutIn(choices);
    if (isSame) this.left = this.decided;
    else this.decideSoon();
  }

  /** It could not be decided: the ticks are as they were. */
  takeBack(): void {
    this.left = this.decided;
  }

  decideSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.isDecided) this.decide();
    }, PAUSE);
  }
}

function leftOutIn(choices: readonly Choice[]): LeftOut {
  return new Set(choices.flatMap(({ key, isLeftOut }) => (isLeftOut ? [key] : [])));
}
