import type { Finding } from "./finding";

/** Findings, one for each code, table and row, in the order in which they came. */
export class FindingSet {
  private readonly all: Finding[] = [];
  private readonly placesByRow = new Map<string, number[]>();

  /** Takes it unless there is one already. */
  add(finding: Finding): void {
    if (this.placeOf(finding) === undefined) this.append(finding);
  }

  /** Takes it in place of the one that is there. */
  put(finding: Finding): void {
    const place = this.placeOf(finding);
    if (place === undefined) this.append(finding);
    else this.all[place] = finding;
  }

  values(): Finding[] {
    return [...this.all];
  }

  private placeOf({ code, table, row }: Finding): number | undefined {
    return this.placesByRow.get(row ?? "")?.find((place) => {
      const known = this.all[place];
      return known?.code === code && known.table === table;
    });
  }

  private append(finding: Finding): void {
    const places = this.placesByRow.get(finding.row ?? "");
    const place = this.all.push(finding) - 1;
    if (places === undefined) this.placesByRow.set(finding.row ?? "", [place]);
    else places.push(place);
  }
}
