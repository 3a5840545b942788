import type { FileIdentity, KeywordIdentity } from "../../exchange/identity";
import { canonicalName } from "../../people/canonical";
import { SCHEMA_VERSION } from "../../schema/index";
import { textOf } from "../../snapshot/value";
import type { StaffSentence } from "../../wording/audience";
import * as say from "../../wording/exchange";
import { formOf } from "../cell-form";
import type { FileGraded } from "../file-code";
import type { ExchangeBook } from "./exchange-book";
import type { ReadRow } from "./read-rows";
import type { ReturnedMarks } from "./recognise";
import type { Stop } from "./report";

/** Something to say about the file as a whole. */
export type Remark = FileGraded & { readonly message: StaffSentence };

/** A file that is ours: `generation` is `null` when it cannot be told, `isGuessed` when it is to be found by its values. */
export interface Resolved {
  readonly kind: "ours";
  readonly exchange: string;
  readonly unit: string | null;
  readonly generation: number | null;
  readonly isGuessed: boolean;
  /** Sent before there were seals: its row ids are of the older form. */
  readonly isOlder: boolean;
  readonly remarks: readonly Remark[];
}

export type Resolution =
  | Resolved
  | { readonly kind: "stop"; readonly stop: Stop; readonly exchange: string | null; readonly generation: number | null }
  /** Nobody but its maker vouches for it: a list like any other. `remark` is what staff are told of its marks. */
  | { readonly kind: "foreign"; readonly remark: Remark | null };

type Claim = FileIdentity | KeywordIdentity;

/**
 * What a claim comes to. `sent`: its seal holds and 往来 knows the file. `unknown`: the seal holds, and 往来 does not know
 * the file, or knows another one under its number: it was sent before the workbook was put back to an earlier state, or by
 * the workbook that this one was copied from. `lastYear`: the same by the workbook of a year before, of which only each unit's
 * last file is still known. `forged`: nobody here made it.
 */
type Standing = "sent" | "older" | "unknown" | "lastYear" | "forged";

/**
 * Finds out whether a file is one that we sent, and which. Only a seal counts, or, of a file from before there were seals,
 * the hash of the values that 底稿 says were sent; a file without either is ours if its rows carry seals of one exchange and
 * name the people whom they mark. Anything else is a list.
 */
export function resolve({ identity, keywords, lists }: ReturnedMarks, rows: readonly ReadRow[], book: ExchangeBook): Resolution {
  if (identity && identity.schema > SCHEMA_VERSION)
    return stopped(identity, "E03", say.newerSchema(identity.schema, SCHEMA_VERSION));
  const claims = [identity, keywords].flatMap((claim) => (claim === null ? [] : [{ claim, standing: standingOf(claim, book) }]));
  const sent = claims.filter(({ standing }) => standing === "sent" || standing === "older");
  const [first] = sent;
  if (first) {
    const { exchange } = first.claim;
    if (identity && keywords && !agree(identity, keywords)) {
      const marked = sent.find(({ claim }) => votesOf(rows, book).has(claim.exchange))?.claim.exchange ?? exchange;
      return ours(book, marked, null, [{ code: "E04", message: say.identitiesDiffer() }]);
    }
    return whole(first.claim, first.standing === "older", book);
  }
  const old = claims.find(({ standing }) => standing === "lastYear");
  if (old) return stopped(old.claim, "E31", say.lastYearsFile());
  if (claims.some(({ standing }) => standing === "unknown"))
    return { kind: "foreign", remark: { code: "E29", message: say.sentOutside() } };
  if (identity && !book.keyring.isOurs(identity.workbook)) return stopped(identity, "E02", say.otherWorkbook());
  return byRows(claims.length > 0 || lists.some(({ ids }) => ids.size > 0), claims.length > 0, rows, book);
}

function standingOf(claim: Claim, { keyring, bases, isOlderForm, sentHashOf, isOfEarlierYear }: ExchangeBook): Standing {
  const { exchange, generation, hash, rows, seal } = claim;
  if (seal === null) {
    const isOwn = !("workbook" in claim) || keyring.isOurs(claim.workbook);
    return isOwn && isOlderForm(exchange) && bases.wasSent(exchange, generation, hash, rows) ? "older" : "forged";
  }
  if (rows === null || !keyring.verifies({ exchange, generation, hash, rows }, seal)) return "forged";
  const known = sentHashOf(exchange, generation);
  // A file of an older generation that was made anew carries a seal, and 往来 has no hash of it.
  const isKnown = known === hash || (known === null && bases.wasSent(exchange, generation, hash, rows));
  if (isKnown) return "sent";
  return isOfEarlierYear({ exchange, generation, hash, rows }, seal) ? "lastYear" : "unknown";
}

function whole({ exchange, generation, rows, hash }: Claim, isOlder: boolean, book: ExchangeBook): Resolved {
  const { bases } = book;
  const isLost = rows !== 0 && bases.peopleOf(exchange, generation).length === 0;
  if (!isLost && !bases.isBroken(exchange, generation, rows, hash)) return ours(book, exchange, generation, [], { isOlder });
  return ours(book, exchange, null, [{ code: "E05", message: say.noBase(generation) }], { isOlder });
}

/** With claims that nobody here made there is no base: who changed them may have changed what they stood for. */
function byRows(isMarked: boolean, isClaimed: boolean, rows: readonly ReadRow[], book: ExchangeBook): Resolution {
  const [only, ...more] = votesOf(rows, book);
  if (only === undefined || more.length > 0) {
    const remark: Remark = { code: "E30", message: say.marksNotOurs() };
    return { kind: "foreign", remark: isMarked ? remark : null };
  }
  if (!isClaimed) return ours(book, only, null, [], { isGuessed: true });
  return ours(book, only, null, [{ code: "E05", message: say.noBase(null) }]);
}

/** The exchanges whose seals stand on rows of people who were sent under them, and are named. */
function votesOf(rows: readonly ReadRow[], { keyring, bases }: ExchangeBook): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ row, idText }) => {
      const mark = idText === null ? null : keyring.rowOf(idText);
      const known = mark && bases.lastAgreed(mark.exchange, mark.enrolment);
      if (!mark || !known) return [];
      const isNamed = canonicalName(textOf(row.cells.get("name")?.value)) === canonicalName(textOf(known.values.name));
      const isSame = row.person !== null && row.person === formOf("idNumber", known.values.idNumber);
      return isNamed || isSame ? [mark.exchange] : [];
    }),
  );
}

function ours(
  book: ExchangeBook,
  exchange: string,
  generation: number | null,
  remarks: readonly Remark[],
  { isGuessed = false, isOlder = false } = {},
): Resolved {
  return { kind: "ours", exchange, unit: book.unitOf(exchange), generation, isGuessed, isOlder, remarks };
}

function stopped({ exchange, generation }: Claim, code: Stop["code"], message: StaffSentence): Resolution {
  return { kind: "stop", stop: { code, message, isQuestion: false }, exchange, generation };
}

function agree(a: Claim, b: Claim): boolean {
  return a.exchange === b.exchange && a.generation === b.generation && a.hash === b.hash;
}
