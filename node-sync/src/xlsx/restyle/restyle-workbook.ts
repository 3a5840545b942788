import type { LeftLook } from "../../../../apps-script/domain/operations/migrate";
import { SETTINGS } from "../../../../apps-script/domain/schema/index";
import type { Paint } from "../../../../apps-script/domain/schema/look";
import { splice } from "../patch/grow";
import { PackageParts } from "../patch/package-parts";
import { readWorkbookPart } from "../patch/workbook-part";
import { type Element, elementsOf } from "./elements";
import { type PlacedLook, restyleSheet } from "./restyle-sheet";
import type { PlacedSetting } from "./setting-row";

/**
 * Gives columns of a workbook their present dropdowns, colours and shapes where they have earlier ones of ours, and new rows of
 * 设置 theirs. Every part but the touched sheets and the styles keeps its bytes.
 *
 * @throws Error (a sentence) when the file is damaged
 */
export async function restyleWorkbook(
  source: Buffer,
  looks: ReadonlyMap<string, readonly PlacedLook[]>,
  settings: readonly PlacedSetting[],
): Promise<{ readonly bytes: Buffer; readonly left: readonly LeftLook[] }> {
  const parts = new PackageParts(source);
  const workbook = await readWorkbookPart(parts);
  const styles = await Styles.of(parts, workbook.name);
  const left: LeftLook[] = [];
  let isChanged = false;
  for (const { title, part } of workbook.sheets) {
    const own = looks.get(title) ?? [];
    const rows = title === SETTINGS.title ? settings : [];
    if (own.length === 0 && rows.length === 0) continue;
    const before = await parts.text(part);
    const after = restyleSheet(before, own, rows, (paint) => styles.numberOf(paint));
    left.push(...after.left);
    if (after.xml === before) continue;
    parts.write(part, after.xml);
    isChanged = true;
  }
  styles.write(parts);
  return { bytes: isChanged ? await parts.pack() : source, left };
}

/** What stands before the differential styles (CT_Stylesheet, ECMA-376 part 1, 18.8.39). */
const BEFORE = ["cellStyles", "cellXfs", "cellStyleXfs", "borders", "fills", "fonts", "numFmts"];

/** The differential styles of the book, with those that are added. */
class Styles {
  private readonly added: string[] = [];
  private readonly list: Element | undefined;
  private readonly there: readonly string[];

  private constructor(
    private readonly part: string | undefined,
    private readonly xml: string,
  ) {
    this.list = elementsOf(xml, "dxfs")[0];
    const inner = this.list?.inner ?? "";
    this.there = elementsOf(inner, "dxf").map(({ start, end }) => inner.slice(start, end));
  }

  static async of(parts: PackageParts, workbook: string): Promise<Styles> {
    const part = (await parts.relationships(workbook)).find(({ kind }) => kind === "styles")?.target;
    return new Styles(part, part === undefined ? "" : await parts.text(part));
  }

  numberOf({ fill, text }: Paint): number {
    const colour = `<font><color rgb="FF${text}"/></font>`;
    const dxf = `<dxf>${colour}<fill><patternFill patternType="solid"><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`;
    const style = this.prefixed(dxf);
    const known = [...this.there, ...this.added].indexOf(style);
    return known >= 0 ? known : this.there.length + this.added.push(style) - 1;
  }

  write(parts: PackageParts): void {
    if (this.part === undefined || this.added.length === 0) return;
    const { start, end, inner } = this.list ?? { start: this.place(), end: this.place(), inner: "" };
    const count = this.there.length + this.added.length;
    const text = `${this.prefixed(`<dxfs count="${count}">`)}${inner}${this.added.join("")}${this.prefixed("</dxfs>")}`;
    parts.write(this.part, splice(this.xml, [{ start, end, text }]));
  }

  private place(): number {
    for (const name of BEFORE) {
      const element = elementsOf(this.xml, name)[0];
      if (element) return element.end;
    }
    return this.xml.lastIndexOf("</");
  }

  private prefixed(markup: string): string {
    const prefix = elementsOf(this.xml, "cellXfs")[0]?.prefix ?? "";
    return prefix === "" ? markup : markup.replace(/<(\/?)(?=[a-z])/gu, `<$1${prefix}`);
  }
}
