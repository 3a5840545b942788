import type { EnrolmentPart } from "../../domain/views/enrolment-part";
import type { PersonView } from "../../domain/views/person";
import { carriedTitle } from "../../domain/wording/money";
import { placeOfPerson, placeOfTodo } from "../book/places";
import type { Desk } from "../desk";
import { AnswerTodo } from "../parts/answer-todo";
import { Facts } from "../parts/facts";
import { PlaceLink } from "../parts/place-link";
import { Severity } from "../parts/severity";
import { timeOf } from "../report/time-of";
import type { Fact } from "../report/view";
import { withBlanks, withCommas } from "../wording/in-a-line";
import * as say from "../wording/screens";
import { PersonDoings } from "./person-doings";

interface DetailsProps {
  readonly desk: Desk;
  readonly person: PersonView;
}

/** All about one person, across posts and years, and the operations on them. */
export function PersonDetails({ desk, person }: DetailsProps) {
  const { name, key, idType, idNumber, mobile, education, enrolments, todo, earlier } = person;
  const own = factsOf([
    [say.fields.idType, idType],
    [say.fields.idNumber, idNumber],
    [say.fields.mobile, mobile],
    [say.fields.education, education],
  ]);
  return (
    <section aria-label={name ?? key}>
      <h3>{withCommas([name, key])}</h3>
      <p>
        {enrolments.map((one) => (
          <PlaceLink key={one.key} desk={desk} place={placeOfPerson(one.key)} of={one.key} />
        ))}
      </p>
      <PersonDoings desk={desk} person={person} />
      <div class="lists">
        <Facts list={{ title: name ?? key, facts: own }} />
        {enrolments.map((enrolment) => (
          <Facts key={enrolment.key} list={{ title: enrolment.key, facts: enrolmentFacts(enrolment) }} />
        ))}
        {earlier.length === 0 ? null : (
          <Facts
            list={{
              title: say.EARLIER_TITLE,
              facts: earlier.map((one) => ({
                label: String(one.year ?? ""),
                value: withBlanks([one.kind, one.class, one.state]),
              })),
            }}
          />
        )}
      </div>
      {todo.length === 0 ? null : (
        <section aria-label={say.TODO_TITLE}>
          <h3>{say.TODO_TITLE}</h3>
          <ol class="notes">
            {todo.map((line) => (
              <li key={line.id}>
                <Severity of={line.severity} />
                {line.content}
                {line.suggestion === null ? null : <span class="advice">{line.suggestion}</span>}
                <PlaceLink desk={desk} place={placeOfTodo(desk.book.snapshot, line)} of={line.content} />
                <AnswerTodo desk={desk} id={line.id} of={line.content} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Past person={person} />
    </section>
  );
}

function enrolmentFacts(enrolment: EnrolmentPart): readonly Fact[] {
  const { class: placed, booking, papers, money, card, desk, exam } = enrolment;
  return factsOf([
    [say.fields.unit, enrolment.unit],
    [say.fields.post, enrolment.post],
    [say.fields.kind, enrolment.kind],
    [say.fields.validUntil, enrolment.validUntil],
    [say.fields.state, withBlanks([enrolment.state, enrolment.stateNote])],
    [say.fields.progress, enrolment.progress],
    [say.fields.class, placed.name],
    [say.fields.reason, placed.reason],
    [say.fields.light, placed.light],
    [say.fields.slack, placed.slack],
    [say.fields.booking, withBlanks([booking.state, booking.class, booking.on, booking.refusal])],
    [say.fields.missing, papers.missing],
    [say.fields.due, money.due],
    [say.fields.paid, money.paid],
    [carriedTitle(money.carried), money.carried === 0 ? null : Math.abs(money.carried)],
    [say.fields.open, money.open],
    [say.fields.feeState, money.state],
    [say.fields.card, card && withBlanks([card.number, card.state, card.validUntil])],
    [say.fields.reportedIn, desk.reportedInOn],
    [say.fields.exam, withBlanks([exam.state, exam.on, exam.place, exam.score])],
    [say.fields.issued, exam.issuedOn],
    [say.fields.newValidUntil, exam.newValidUntil],
  ]);
}

/** Those that say something. */
function factsOf(all: readonly (readonly [label: string, value: string | number | null])[]): readonly Fact[] {
  return all.flatMap(([label, value]) => (value === null || value === "" ? [] : [{ label, value: String(value) }]));
}

/** What 操作记录 says of the person. */
function Past({ person: { history, untold } }: Pick<DetailsProps, "person">) {
  return (
    <section aria-label={say.HISTORY_TITLE}>
      <h3>{say.HISTORY_TITLE}</h3>
      {history.length === 0 ? <p class="hint">{say.NO_HISTORY}</p> : null}
      <ol class="notes">
        {history.map(({ run, time, clerk, isUndone, sentence }) => (
          <li key={run}>
            <span class="tag">{run}</span>
            {sentence}
            {isUndone ? say.undone : ""}
            <span class="advice">{withBlanks([time && timeOf(time), clerk])}</span>
          </li>
        ))}
      </ol>
      {untold.length > 0 ? <p class="hint">{say.untold(untold.length)}</p> : null}
    </section>
  );
}
