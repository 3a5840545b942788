import { hasCome } from "../../rules/assign/attendance";
import { isTrained } from "../../rules/standing";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/printed";
import type { Listed } from "../everybody";

/**
 * Who of a class took part, `null`, or why not. Before 结业 the class goes by who came; once somebody's training is done, by whose
 * it is. An exam that was booked or sat says the same as 培训完成.
 *
 * @param people all of the class
 */
export function tookPart(people: readonly Listed[]): (row: Enrolment) => string | null {
  const isOver = people.some(({ row }) => isTrained(row));
  return (row) => {
    if (!hasCome(row)) return say.notCome;
    return isOver && !hasCome({ ...row, reportedInOn: null }) ? say.notTrained : null;
  };
}
