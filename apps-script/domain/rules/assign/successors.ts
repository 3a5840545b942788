import { usableId } from "../../people/documents";
import { samePersonKey } from "../../people/same-person";
import { KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import { isWithdrawn } from "../standing";

/** Whether a lapsed person has been enrolled anew: another enrolment of the kind 初培, by 人员编号 or document. */
export function successorFinder({ roster }: Pick<Snapshot, "roster">): (enrolment: Enrolment) => boolean {
  const rows = roster.filter((row) => row.kind === KIND.initial && !isWithdrawn(row));
  const owners = new Map<string, Set<string>>();
  for (const row of rows) for (const name of namesOf(row)) owners.set(name, (owners.get(name) ?? new Set()).add(row.key));
  return (enrolment) => namesOf(enrolment).some((name) => [...(owners.get(name) ?? [])].some((key) => key !== enrolment.key));
}

function namesOf({ person, idNumber }: Enrolment): string[] {
  const id = usableId(idNumber);
  return [...(textOf(person) === "" ? [] : [`人员${textOf(person)}`]), ...(id === null ? [] : [`证件${samePersonKey(id)}`])];
}
