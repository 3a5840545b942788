import { canonicalUnit, unitStem } from "../people/canonical";

/** Shorter spellings would be found in every second text. */
const LEAST = 2;
/** Titles and names of files are short; of a longer text only the beginning is looked at. */
const LONGEST_TEXT = 100;

/** Finds units that a free text names ("乙矿业3月名单"), with or without the company suffix. */
export class UnitMentions {
  /** Names by stem, by the stem's first characters. */
  private readonly byStart = new Map<string, Map<string, Set<string>>>();

  /** @param name what the unit is called when this spelling is found */
  add(spelling: string, name: string): void {
    const stem = unitStem(spelling);
    if (stem.length < LEAST) return;
    const start = stem.slice(0, LEAST);
    const stems = this.byStart.get(start) ?? new Map<string, Set<string>>();
    this.byStart.set(start, stems);
    stems.set(stem, (stems.get(stem) ?? new Set()).add(name));
  }

  /** The names found, of overlapping spellings the longest; `more` are spellings that count for this text only. */
  in(text: string, more: UnitMentions): string[] {
    const form = canonicalUnit(text.slice(0, LONGEST_TEXT)).replace(/[()]/g, "").normalize("NFKC");
    const found = new Set<string>();
    for (let place = 0; place < form.length; ) {
      const length = Math.max(this.longestAt(form, place), more.longestAt(form, place));
      const stem = form.slice(place, place + length);
      for (const name of [...this.named(stem), ...more.named(stem)]) found.add(name);
      place += Math.max(length, 1);
    }
    return [...found];
  }

  private longestAt(form: string, place: number): number {
    const stems = this.byStart.get(form.slice(place, place + LEAST))?.keys() ?? [];
    let longest = 0;
    for (const stem of stems) if (stem.length > longest && form.startsWith(stem, place)) longest = stem.length;
    return longest;
  }

  private named(stem: string): Iterable<string> {
    return this.byStart.get(stem.slice(0, LEAST))?.get(stem) ?? [];
  }
}
