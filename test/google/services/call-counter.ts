/** Hears of every service call right before it is made; what it throws cuts the script off there. */
export type CallListener = (name: string, n: number) => void;

/** Calls that only name a place or build something; the document is neither read nor written. */
const HANDLES = new Set([
  ..."getActiveSpreadsheet getActive getUi newDataValidation newConditionalFormatRule"
    .split(" ")
    .map((name) => `SpreadsheetApp.${name}`),
  ..."getId getSheetByName getSheetById getActiveSheet getRange".split(" ").map((name) => `Spreadsheet.${name}`),
  ..."getRange getRangeList getName getSheetName getSheetId getParent".split(" ").map((name) => `Sheet.${name}`),
  ..."getRow getColumn getNumRows getNumColumns getLastRow getLastColumn getSheet getGridId getA1Notation offset getCell"
    .split(" ")
    .map((name) => `Range.${name}`),
  "RangeList.getRanges",
]);
const SPREADSHEET =
  /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|Filter|Protection|NamedRange|DataValidation\w*|ConditionalFormat\w*)\./;

/** Counts calls by `Class.method`. What a listener itself calls is neither counted nor told. */
export class CallCounter {
  readonly byMethod = new Map<string, number>();
  private readonly listeners: CallListener[] = [];
  private listening = false;
  private inCall = false;

  /** All calls to any service. */
  get total(): number {
    return this.count(() => true);
  }

  /** All calls to the Spreadsheet service, whatever they do. */
  get spreadsheet(): number {
    return this.count((name) => SPREADSHEET.test(name));
  }

  /** Calls to the Spreadsheet service that read or write the document. */
  get document(): number {
    return this.count((name) => SPREADSHEET.test(name) && !HANDLES.has(name) && !/Builder\./.test(name));
  }

  count(chosen: (name: string) => boolean): number {
    let sum = 0;
    for (const [name, times] of this.byMethod) if (chosen(name)) sum += times;
    return sum;
  }

  reset(): void {
    this.byMethod.clear();
  }

  listen(listener: CallListener): () => void {
    this.listeners.push(listener);
    return () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  /** Makes a call of the script's; what the stand-in calls in turn is not counted. */
  make<T>(name: string, call: () => T): T {
    if (this.inCall) return call();
    this.note(name);
    this.inCall = !this.listening;
    try {
      return call();
    } finally {
      this.inCall = false;
    }
  }

  note(name: string): void {
    if (this.listening) return;
    this.byMethod.set(name, (this.byMethod.get(name) ?? 0) + 1);
    if (this.listeners.length === 0) return;
    this.listening = true;
    try {
      const n = this.total;
      for (const listener of [...this.listeners]) listener(name, n);
    } finally {
      this.listening = false;
    }
  }
}
