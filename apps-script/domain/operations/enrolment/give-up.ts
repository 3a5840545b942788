import { ENROLMENT, MONEY_ANSWERS } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrolment";
import { type ClerkOperation, defineOperation, type Example } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { balancesOf } from "../money/balances";
import { keepNote } from "../state-note";
import { cardHeld, seatGivenUp } from "./left-behind";

interface GivingUp {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly state: typeof ENROLMENT.left | typeof ENROLMENT.cancelled;
  readonly example: Example;
}

/** 离职: somebody has left the unit. */
export const leave = givingUp({
  id: "leave",
  title: say.LEAVE_TITLE,
  about: say.leaveAbout,
  state: ENROLMENT.left,
  example: { input: { people: "郑春生", reason: "已离职" }, today: "2024-03-20" },
});

/** 取消报名: somebody does not want the training any more. */
export const withdraw = givingUp({
  id: "withdraw",
  title: say.WITHDRAW_TITLE,
  about: say.withdrawAbout,
  state: ENROLMENT.cancelled,
  example: { input: { people: "吴永强", reason: "单位来电取消" }, today: "2024-03-20" },
});

/** The row and all it holds stay; the seat is free and nobody is reminded. What becomes of money that was paid is asked. */
function givingUp({ id, title, about, state, example }: GivingUp): ClerkOperation {
  return defineOperation({
    id,
    title,
    about,
    input: {
      people: people({ title: desk.PEOPLE_TITLE }),
      day: orToday(field.day({ title: say.dayTitle, isPast: true })),
      reason: optional(field.text({ title: desk.REASON_TITLE, note: say.keptInNote })),
      money: optional(field.choice({ title: ROSTER.columns.moneyAnswer.title, note: say.moneyAnswerNote, words: MONEY_ANSWERS })),
    },
    example,
    decide: (run, { people: keys, day, reason, money }) => {
      const balances = balancesOf(run.snapshot, run.context);
      const rows = stillEnrolled(run, keys, title);
      for (const row of rows) {
        run.out.set("roster", row, "state", state, title);
        keepNote(run, row, say.gaveUp(day, state, reason), title);
        if (money !== null && balances.of(row).paid > 0) run.out.set("roster", row, "moneyAnswer", money, title);
      }
      const givenUp = seatGivenUp(run);
      const partsOf = (before: Enrolment): readonly string[] => {
        const { paid } = balances.of(before);
        return [
          say.gaveUp(day, state, reason),
          ...givenUp(before),
          ...(paid > 0 ? [say.hadPaid(paid, money ?? before.moneyAnswer)] : []),
          ...cardHeld(before),
        ];
      };
      return (after) => toldOf(rows, after, partsOf, (count) => say.manyGaveUp(count, state, day));
    },
  });
}
