import type { SentJson } from "./job-json";
import type { JobAnswer, LocalFiles } from "./local-files";

/** A unit that a file can go to. `people` is null where its last file says all there is to say. */
export interface Offer {
  readonly unit: string;
  readonly people: number | null;
}

/** 发给单位: to whom a file would go, who is ticked, and what went out. */
export class Outgoing {
  /** Null until that was asked. */
  offers: readonly Offer[] | null = null;
  found: SentJson | null = null;
  done: JobAnswer<SentJson> | null = null;
  withCards = false;
  /** The unit that alone was asked about. */
  private only: string | null = null;
  private ticked = new Set<string>();

  constructor(private readonly files: Pick<LocalFiles, "job">) {}

  isTicked({ unit }: Offer): boolean {
    return this.ticked.has(unit);
  }

  get chosen(): readonly Offer[] {
    return (this.offers ?? []).filter((offer) => this.isTicked(offer));
  }

  tick(offers: readonly Offer[], isTicked: boolean): void {
    for (const { unit } of offers) {
      if (isTicked) this.ticked.add(unit);
      else this.ticked.delete(unit);
    }
  }

  forget(): void {
    Object.assign(this, { offers: null, found: null, done: null });
  }

  /**
   * Asks to whom files would go, and ticks whom they would tell something new.
   *
   * @param sentBefore the units that got a file before; one of them alone where `only` names it
   */
  async look(sentBefore: readonly string[], only: string | null): Promise<void> {
    this.only = only;
    this.ticked = new Set((await this.ask(sentBefore)).map(({ unit }) => unit));
  }

  /** Asks the same of the same units anew: a file goes to nobody whom staff have not ticked. */
  async lookAgain(sentBefore: readonly string[]): Promise<void> {
    await this.ask(sentBefore);
  }

  private async ask(sentBefore: readonly string[]): Promise<readonly Offer[]> {
    const { only, withCards } = this;
    this.forget();
    const units = only === null ? {} : { unit: [only] };
    const { json } = await this.files.job<SentJson>({
      job: "export",
      files: [],
      options: { ...units, withCards, dryRun: true },
    });
    const news = json.files.map(({ unit, rows }) => ({ unit, people: rows }));
    const others = (only === null ? sentBefore : [only]).filter((unit) => !news.some((one) => one.unit === unit));
    this.found = json;
    this.offers = [...news, ...others.map((unit) => ({ unit, people: null }))];
    return news;
  }

  /** Sends the units that are ticked their files. */
  async send(): Promise<void> {
    const unit = this.chosen.map((offer) => offer.unit);
    const done = await this.files.job<SentJson>({ job: "export", files: [], options: { unit, withCards: this.withCards } });
    this.forget();
    this.done = done;
  }
}
