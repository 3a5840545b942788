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

  /** `asked`, or what was decided before, was decided of what is there by now, and it came to these. */
  adopt(choices: readonly Choice[], asked: LeftOut = this.decided): void {
    this.decided = leftOutIn(choices);
    this.goOn(asked);
  }

  /** `asked` could not be decided: those ticks are as they were. */
  takeBack(asked: LeftOut): void {
    this.goOn(asked);
  }

  /** Whatever was ticked after `asked` stays as it was ticked, and is still to be decided. */
  private goOn(asked: LeftOut): void {
    const { left, decided } = this;
    const isLeft = (key: string): boolean => (left.has(key) === asked.has(key) ? decided : left).has(key);
    this.left = new Set([...left, ...decided].filter(isLeft));
    if (!this.isDecided) this.decideSoon();
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
