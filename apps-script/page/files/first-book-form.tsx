import { useContext, useMemo, useReducer } from "preact/hooks";
import { PLAN } from "../../domain/schema/index";
import type { Desk } from "../desk";
import { YearField } from "../forms/year-field";
import { Busy, Button } from "../parts/button";
import { DataTable } from "../parts/data-table";
import * as say from "../wording/files-screen";
import * as forms from "../wording/forms";
import { FilePicker } from "./file-picker";
import { FIRST_FORM_ID, type FirstBook } from "./first-book";
import { readingOf } from "./plan-source";

const { columns } = PLAN;
const HEADERS = [columns.name, columns.statedMonths, columns.statedReportIn].map(({ title }) => title);

interface FirstProps {
  readonly desk: Desk;
  readonly first: FirstBook;
}

/** The notice on one side, and beside it the classes as they are read, at every key. */
export function FirstBookForm({ desk, first }: FirstProps) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const submit = (event: Event): void => {
    event.preventDefault();
    first.make(desk);
  };
  return (
    <form id={FIRST_FORM_ID} class="first" onSubmit={submit}>
      <p>{say.firstHint(desk.opening.document)}</p>
      <div class="sides">
        <div>
          <Source desk={desk} first={first} changed={() => draw(undefined)} />
          <YearField
            value={first.year}
            label={forms.PLAN_YEAR_LABEL}
            hint={forms.YEAR_HINT}
            type={(year) => {
              first.year = year;
            }}
          />
        </div>
        <ClassesRead first={first} />
      </div>
    </form>
  );
}

function Source({ desk, first, changed }: FirstProps & { readonly changed: () => void }) {
  const isBusy = useContext(Busy);
  const { text, tab } = first.source;
  const write = (pasted: string): void => {
    first.source = { text: pasted, tab: null };
    changed();
  };
  return (
    <>
      {tab === null ? (
        <>
          <label for="notice-text">{say.NOTICE_LABEL}</label>
          <p id="notice-text-hint" class="hint">
            {say.NOTICE_HINT}
          </p>
          <textarea
            id="notice-text"
            rows={14}
            spellcheck={false}
            disabled={isBusy}
            aria-describedby="notice-text-hint"
            value={text}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        </>
      ) : (
        <p>
          {say.fromFile(tab.title)} <Button text={say.TO_TEXT} press={() => write("")} kind="small" />
        </p>
      )}
      <FilePicker
        id="plan-file"
        label={say.NOTICE_FILE}
        hint={null}
        take={(files) => first.takeFile(desk, { files, unread: [] })}
      />
    </>
  );
}

function ClassesRead({ first: { source } }: Pick<FirstProps, "first">) {
  const { classes, problems, year } = useMemo(() => readingOf(source), [source]);
  const isBlank = source.tab === null && source.text.trim() === "";
  const rows = classes.map(({ name, months, reportIn }) => [name, months ?? "", reportIn ?? ""]);
  return (
    <section aria-label={say.CLASSES_TITLE}>
      <h3>{say.CLASSES_TITLE}</h3>
      <p role="status">{classes.length > 0 ? say.classesRead(classes.length, year) : say.NO_CLASSES}</p>
      {(isBlank ? [] : problems).map((problem, index) => (
        <p key={index} class="fault">
          {problem}
        </p>
      ))}
      {rows.length > 0 ? <DataTable title="" headers={HEADERS} rows={rows} /> : null}
    </section>
  );
}
