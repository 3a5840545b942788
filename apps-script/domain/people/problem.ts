import type { UnitSentence } from "../wording/audience";
import type { PeopleCode } from "../wording/people";
import type { Graded } from "../wording/rules";

/** Something wrong or worth a look in one cell about a person. The message says nothing but what is in the cell. */
export type IdentityProblem<C extends PeopleCode = PeopleCode> = Graded<C> & { readonly message: UnitSentence };
