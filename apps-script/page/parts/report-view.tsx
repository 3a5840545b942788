import type { Note, NoteList, Report, Told } from "../report/view";
import * as say from "../wording/page";
import { ChoiceTable, type ChoiceTicks } from "./choice-table";
import { CopyButton } from "./copy-button";
import { Facts } from "./facts";
import { Severity } from "./severity";

/** A report below its headline: notice, what needs a person, counts, findings, what undoing left alone. */
export function ReportView({ report, ticks = null }: { readonly report: Report; readonly ticks?: ChoiceTicks | null }) {
  const { notice, needs, choices, told, kept, lists, findings } = report;
  const isQuiet = needs === null && findings === null && kept === null && !told?.isOpen;
  return (
    <>
      {notice === null ? null : <p class="notice">{notice}</p>}
      <Notes list={needs} more={say.more} />
      {ticks === null || choices.length === 0 ? null : <ChoiceTable lines={choices} ticks={ticks} />}
      {told ? <ToldPart told={told} /> : null}
      <Notes list={kept} more={say.moreKept} />
      {lists.length === 0 ? null : (
        <div class="lists">
          {lists.map((list, index) => (
            <Facts key={index} list={list} />
          ))}
        </div>
      )}
      <Notes list={findings} more={say.more} />
      {isQuiet ? <p class="hint">{say.NO_FINDINGS}</p> : null}
    </>
  );
}

interface NotesProps {
  readonly list: NoteList | null;
  readonly more: (count: number) => string;
}

function Notes({ list, more }: NotesProps) {
  if (list === null) return null;
  return (
    <section aria-label={list.title}>
      <h3>{list.title}</h3>
      <ol class="notes">
        {list.notes.map((note, index) => (
          <NoteLine key={index} note={note} />
        ))}
      </ol>
      {list.more > 0 ? <p class="hint">{more(list.more)}</p> : null}
    </section>
  );
}

export function NoteLine({ note: { severity, message, suggestion } }: { readonly note: Note }) {
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
  const isSaid = people.some(({ sentence }) => sentence === said);
  return (
    <section aria-label={say.TOLD_TITLE}>
      <h3>{say.TOLD_TITLE}</h3>
      {isSaid || said === "" ? null : <p>{said}</p>}
      {people.length === 0 ? null : (
        <ol class="notes">
          {people.map(({ key, sentence }) => (
            <li key={key}>
              <span class="tag">{key}</span>
              {sentence}
            </li>
          ))}
        </ol>
      )}
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
