import { compare } from "../changes/outcome";
import { personOf } from "../naming/people-names";
import { documentKey } from "../people/same-person";
import type { Context } from "../rules/context";
import type { Enrolment } from "../schema/roster";
import { groupedBy } from "../snapshot/grouped-by";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { type EarlierPart, earlierOf } from "./earlier";
import { type EnrolmentPart, enrolmentParts } from "./enrolment-part";
import { everybody, type Listed } from "./everybody";
import { type History, historyOf } from "./history";
import type { TodoLine } from "./lines";
import { todoLines } from "./todo-lines";

/** 学员: one person across posts and years. */
export interface PersonView extends History {
  /** The enrolment that was asked for. */
  readonly key: string;
  /** 人员编号 */
  readonly person: string | null;
  readonly name: string | null;
  readonly idType: string | null;
  readonly idNumber: string | null;
  readonly mobile: string | null;
  readonly education: string | null;
  /** All enrolments in 名册, the one that was asked for first, then by number. */
  readonly enrolments: readonly EnrolmentPart[];
  /** Of 历史, the newest first. */
  readonly earlier: readonly EarlierPart[];
  readonly todo: readonly TodoLine[];
}

export interface PersonQuestion {
  /** 报名编号 */
  readonly person: string;
}

/** @returns `null` when no row has the number */
export function personView(snapshot: Snapshot, context: Context, { person: key }: PersonQuestion): PersonView | null {
  const asked = everybody(snapshot).find(({ row }) => row.key === key);
  if (asked === undefined) return null;
  const own = [asked, ...enrolmentsOf(snapshot, asked.row).filter((listed) => listed !== asked)];
  const keys = own.map(({ row }) => row.key);
  const { name, idType, education } = asked.row;
  return {
    key,
    person: textOf(asked.row.person) || null,
    name,
    idType,
    idNumber: textOf(asked.row.idNumber) || null,
    mobile: textOf(asked.row.mobile) || null,
    education,
    enrolments: enrolmentParts(own, snapshot, context),
    earlier: earlierOf(snapshot, asked.row),
    todo: todoLines(snapshot, context).filter(({ people }) => people.some((one) => keys.includes(one))),
    ...historyOf(snapshot, keys),
  };
}

/** All enrolments by person, and by document where 人员编号 differ. */
const filedByPerson = kept((snapshot: Snapshot) => ({
  byPerson: groupedBy(everybody(snapshot), ({ row }) => personOf(row)),
  byDocument: groupedBy(everybody(snapshot), ({ row }) => documentKey(row)),
}));

/** By number; also where the same document goes by another 人员编号. */
function enrolmentsOf(snapshot: Snapshot, row: Enrolment): readonly Listed[] {
  const { byPerson, byDocument } = filedByPerson(snapshot);
  const document = documentKey(row);
  const found = [...(byPerson.get(personOf(row)) ?? []), ...(document === null ? [] : (byDocument.get(document) ?? []))];
  return [...new Set(found)].sort((a, b) => compare(a.row.key, b.row.key));
}
