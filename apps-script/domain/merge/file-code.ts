import type { ExchangeCode } from "../wording/exchange";
import type { ImportCode } from "../wording/import";
import type { PeopleCode } from "../wording/people";
import type { Graded } from "../wording/rules";

/** What may be said of a file that came in, and of the people in it. */
export type FileCode = ImportCode | ExchangeCode | PeopleCode;

export type FileGraded = Graded<FileCode>;
