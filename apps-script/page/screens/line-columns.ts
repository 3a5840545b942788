import { ROSTER } from "../../domain/schema/roster";
import type { PersonLine } from "../../domain/views/lines";
import type { PeopleColumn } from "../parts/people-table";
import { ending } from "../wording/class-screen";
import { withCommas } from "../wording/in-a-line";
import { refusedFor } from "../wording/screens";

const { columns } = ROSTER;

/** What every list of people shows of somebody. */
export const LINE_COLUMNS: readonly PeopleColumn<PersonLine>[] = [
  { title: columns.name.title, cell: ({ name }) => name },
  { title: ending, cell: (person) => person.ending },
  { title: columns.post.title, cell: ({ post }) => post },
  { title: columns.kind.title, cell: ({ kind }) => kind },
  { title: columns.class.title, cell: (person) => person.class },
  { title: columns.light.title, cell: ({ light }) => light },
  { title: columns.progress.title, cell: ({ progress, refusal }) => withCommas([progress, refusedFor(refusal)]) },
];
