import { type Office, openOffice } from "./office";

type Rows = readonly (readonly unknown[])[];

/** Tabs of an office, each made for one test. */
export class Tabs {
  private lastId = 100;

  private constructor(readonly office: Office) {}

  static async open(): Promise<Tabs> {
    return new Tabs(await openOffice());
  }

  /** 20 × 6 cells; gives its id. */
  async make(...rows: Rows): Promise<number> {
    this.lastId += 1;
    const sheetId = this.lastId;
    await this.office.batch(
      { addSheet: { properties: { sheetId, title: `T${sheetId}`, gridProperties: { rowCount: 20, columnCount: 6 } } } },
      ...(rows.length === 0 ? [] : [{ updateCells: { ...rowsOf(rows), fields: "userEnteredValue", start: { sheetId } } }]),
    );
    return sheetId;
  }

  async values(sheetId: number, valueRenderOption = "FORMULA"): Promise<unknown> {
    const range = `T${sheetId}!A:Z`;
    const { data } = await this.office.sheets("spreadsheets.values.get", { range, valueRenderOption });
    return (data as { values?: unknown }).values ?? [];
  }

  async sheet(sheetId: number, fields: string): Promise<unknown> {
    const { data } = await this.office.sheets("spreadsheets.get", { ranges: [`T${sheetId}!A1:F20`], fields });
    return (data as { sheets: readonly unknown[] }).sheets[0];
  }
}

/** `rows` of a request; a text that begins with `=` is a formula. */
export function rowsOf(rows: Rows) {
  return { rows: rows.map((values) => ({ values: values.map((value) => ({ userEnteredValue: extended(value) })) })) };
}

function extended(value: unknown): object {
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return String(value).startsWith("=") ? { formulaValue: value } : { stringValue: value };
}

export function refusal(message: string): object {
  return { status: 400, error: { error: { code: 400, message, status: "INVALID_ARGUMENT" } } };
}
