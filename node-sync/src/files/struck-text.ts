/** The text of a cell, run by run, and what is left of it without the runs that are struck out. */
export class StruckText {
  private whole = "";
  private left = "";
  private paragraphs = 0;
  private readonly spans: boolean[];

  /** @param isStruck whether the cell's format strikes its text out */
  constructor(isStruck: boolean) {
    this.spans = [isStruck];
  }

  private get isStruckHere(): boolean {
    return this.spans[this.spans.length - 1] === true;
  }

  openParagraph(): void {
    if (this.paragraphs > 0) this.add("\n");
    this.paragraphs++;
  }

  /** @param isStruck what the run says of itself; without a word it is as what it stands in */
  openSpan(isStruck: boolean | undefined): void {
    this.spans.push(isStruck ?? this.isStruckHere);
  }

  closeSpan(): void {
    if (this.spans.length > 1) this.spans.pop();
  }

  add(text: string): void {
    this.whole += text;
    if (!this.isStruckHere) this.left += text;
  }

  /** Whether nothing is left; a cell without a text is as its format says. */
  get isStruck(): boolean {
    return this.whole.trim() === "" ? this.spans[0] === true : this.left.trim() === "";
  }

  /** What is left where only a part is struck out, else `null`. */
  get kept(): string | null {
    const left = this.left.trim();
    return this.isStruck || left === this.whole.trim() ? null : left;
  }
}
