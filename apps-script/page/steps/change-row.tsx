import { typedColumns } from "../../domain/operations/cells/cells-field";
import { edit } from "../../domain/operations/cells/edit";
import type { RawInput } from "../../domain/operations/inputs/read-input";
import { TABLES, type TableName } from "../../domain/schema/index";
import { rowWith } from "../../domain/snapshot/by-key";
import type { AnyRow } from "../../domain/snapshot/snapshot";
import { textOf } from "../../domain/snapshot/value";
import { proposeForm } from "../deciding/proposal";
import type { Desk } from "../desk";
import { ClerkForm, FORM_ID } from "../forms/clerk-form";
import { FormState } from "../forms/form-state";
import { KeptForms } from "../forms/kept-forms";
import { Told } from "../sentences";
import * as say from "../wording/forms";
import type { Home } from "../wording/home";
import { preview } from "./preview";
import { refusedAsEnded } from "./refused-as-ended";

/** A row as a form: each column that staff fill in, with what stands in it. */
class RowForm {
  readonly form: FormState;
  private readonly columns;

  constructor(
    private readonly table: TableName,
    private readonly row: AnyRow,
    home: Home,
  ) {
    this.columns = typedColumns(table).filter(([, { hidden }]) => !hidden);
    const fields = this.columns.map(([name, { title, note = null, allowed = null, numbers }]) => {
      const kind = allowed ? ("choice" as const) : numbers === "money" ? ("money" as const) : ("text" as const);
      return { name, title, note, choices: allowed, kind, required: false, many: false };
    });
    const values = Object.fromEntries(this.columns.map(([name]) => [name, [this.textIn(name)]]));
    this.form = new FormState(
      { title: edit.title, about: say.CHANGE_ROW_HINT, fields, example: { input: {}, today: "" } },
      home,
      { values, said: null },
    );
  }

  /** The cells that are to be other than they were read. @throws {Told} where there are none */
  get input(): RawInput {
    const { title } = TABLES[this.table];
    const { values } = this.form;
    const cells = this.columns.flatMap(([name, column]) => {
      const [before, after] = [this.textIn(name), values[name]?.[0] ?? ""];
      return before.trim() === after ? [] : [{ table: title, row: this.row.key, column: column.title, before, after }];
    });
    if (cells.length === 0) throw new Told(say.NOTHING_CHANGED);
    return { cells };
  }

  private textIn(name: string): string {
    return textOf(this.row[name] ?? null);
  }
}

/** A row that can be changed: it is there, and has a key of its own. */
interface RowPlace {
  readonly table: "roster" | "todo";
  readonly key: string;
}

export const isChangeable = (desk: Desk, place: RowPlace): boolean => rowAt(desk, place) !== null;

function rowAt({ book }: Desk, { table, key }: RowPlace): AnyRow | null {
  const rows: readonly AnyRow[] = book.snapshot[table];
  return key.startsWith("@") ? null : rowWith(rows, key);
}

/**
 * Changes cells of a row without the workbook being opened. What was typed before and not carried out stands over what the row
 * says by now. `named` says to staff which row it is.
 */
export function changeRow(desk: Desk, place: RowPlace, named: string, leave: () => void): void {
  if (refusedAsEnded(desk, edit)) return;
  const row = rowAt(desk, place);
  if (row === null) {
    leave();
    return;
  }
  const { table } = place;
  const changed = new RowForm(table, row, desk.book.home);
  const about = `${edit.id} ${table} ${place.key}`;
  const { empty, forget } = KeptForms.of(desk).open(about, changed.form, () => changeRow(desk, place, named, leave));
  const show = (): void => {
    desk.stage.show({
      title: say.changeRowTitle(TABLES[table].title, named),
      content: () => <ClerkForm form={changed.form} send={send} empty={empty} isDense />,
      buttons: [
        { text: say.LEAVE, press: leave },
        ...desk.closing(),
        { text: say.PREVIEW, press: () => undefined, isMain: true, form: FORM_ID },
      ],
    });
  };
  const send = (): void =>
    preview(desk, async () => proposeForm(desk.book, edit, changed.input), {
      back: show,
      leave,
      done: forget,
      again: () => changeRow(desk, place, named, leave),
      blame: (problems) => {
        show();
        return problems.map(({ why }) => why).join("");
      },
    });
  show();
}
