import type { FactList, Note, NoteList, Report, RowLists, Told } from "../report/view";
import * as say from "../wording/page";
import { otherNotes, otherPeople, otherRows, rowsOf } from "../wording/report";
import { ChoiceTable, type ChoiceTicks } from "./choice-table";
import { CopyButton } from "./copy-button";
import { Facts } from "./facts";
import { Folded } from "./folded";
import { Severity } from "./severity";

/** A report below its headline: notice, what needs a person, counts, findings, what undoing left alone. */
export function ReportView({ report, ticks = null }: { readonly report: Report; readonly ticks?: ChoiceTicks | null }) {
  const { notice, needs, choices, told, kept, lists, rows, findings } = report;
  const isQuiet = needs === null && findings === null && kept === null && !told?.isOpen;
  return (
    <>
      {notice === null ? null : <p class="notice">{notice}</p>}
      <Notes list={needs} more={say.more} />
      {ticks === null || choices.length === 0 ? null : <ChoiceTable lines={choices} ticks={ticks} />}
      {told ? <ToldPart told={told} /> : null}
      <Notes list={kept} more={say.moreKept} />
      {told === null ? null : <Rows rows={rows} shown={ROWS_SHOWN} />}
      <Lists lists={lists} />
      {told === null ? <Rows rows={rows} shown={0} /> : null}
      <Notes list={findings} more={say.more} />
      {isQuiet ? <p class="hint">{say.NO_FINDINGS}</p> : null}
    </>
  );
}

function Lists({ lists }: { readonly lists: readonly FactList[] }) {
  if (lists.length === 0) return null;
  return (
    <div class="lists">
      {lists.map((list, index) => (
        <Facts key={index} list={list} />
      ))}
    </div>
  );
}

/** Of a form so many rows are in sight, cell by cell; of a run over the whole workbook none. */
const ROWS_SHOWN = 12;
const PEOPLE_SHOWN = 60;

/** The first rows cell by cell; the others for whoever opens them. */
function Rows({ rows: { lists, more }, shown }: { readonly rows: RowLists; readonly shown: number }) {
  const rest = lists.slice(shown);
  return (
    <>
      <Lists lists={lists.slice(0, shown)} />
      {rest.length === 0 ? null : (
        <Folded
          title={shown === 0 ? rowsOf(rest.length + more) : otherRows(rest.length + more)}
          draw={() => <Lists lists={rest} />}
        />
      )}
      {more > 0 ? <p class="hint">{say.moreCells(more)}</p> : null}
    </>
  );
}

interface NotesProps {
  readonly list: NoteList | null;
  readonly more: (count: number) => string;
}

function Notes({ list, more }: NotesProps) {
  if (list === null) return null;
  const rest = list.notes.slice(list.shown);
  return (
    <section aria-label={list.title}>
      <h3>{list.title}</h3>
      <NoteLines notes={list.notes.slice(0, list.shown)} />
      {rest.length === 0 ? null : <Folded title={otherNotes(rest.length)} draw={() => <NoteLines notes={rest} />} />}
      {list.more > 0 ? <p class="hint">{more(list.more)}</p> : null}
    </section>
  );
}

export function NoteLines({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <ol class="notes">
      {notes.map((note, index) => (
        <NoteLine key={index} note={note} />
      ))}
    </ol>
  );
}

function NoteLine({ note: { severity, message, suggestion } }: { readonly note: Note }) {
  return (
    <li>
      <Severity of={severity} />
      {message}
      {suggestion === "" ? null : <span class="advice">{suggestion}</span>}
    </li>
  );
}

/** What an operation tells: in one sentence, of each person, and the texts to hand on. */
function ToldPart({ told: { said, people, more, texts } }: { readonly told: Told }) {
  const rest = people.slice(PEOPLE_SHOWN);
  const isSaid = people.some(({ sentence }) => sentence === said);
  return (
    <section aria-label={say.TOLD_TITLE}>
      <h3>{say.TOLD_TITLE}</h3>
      {isSaid || said === "" ? null : <p>{said}</p>}
      <PeopleTold people={people.slice(0, PEOPLE_SHOWN)} />
      {rest.length === 0 ? null : <Folded title={otherPeople(rest.length)} draw={() => <PeopleTold people={rest} />} />}
      {more > 0 ? <p class="hint">{say.morePeople(more)}</p> : null}
      {texts.map(({ to, text }) => (
        <section key={to} aria-label={to}>
          <h3>{to}</h3>
          <p class="text">{text}</p>
          <CopyButton text={text} title={say.copyText(to)} />
        </section>
      ))}
    </section>
  );
}

/** Each in a sentence after who they are. */
function PeopleTold({ people }: Pick<Told, "people">) {
  if (people.length === 0) return null;
  return (
    <ol class="notes">
      {people.map(({ key, who, sentence }) => (
        <li key={key}>
          <span class="tag">{who}</span>
          {sentence}
        </li>
      ))}
    </ol>
  );
}
