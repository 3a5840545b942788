import { digestOf } from "../changes/change-set";
import { SEAL_FORM, type Sealer } from "./seal";

/** The text of hidden column A: `B2024-00012.X00003.7K3QM0T5V9ACW2EX`. */
export function rowIdOf(enrolment: string, exchange: string, sealer: Pick<Sealer, "row">): string {
  return `${enrolment}.${exchange}.${sealer.row(exchange, enrolment)}`;
}

const ROW_ID = new RegExp(`^(\\S{1,40})\\.(X\\d{1,12})\\.(${SEAL_FORM})$`, "u");
/** A row id from before there were seals: `B2024-00012.7K3Q`. Days, prices and versions end in a dot and four characters too. */
const OLDER_ROW_ID = /^(B\d{4}-\d{5,12})\.([0-9A-HJKMNP-TV-Z]{4})$/u;
const LONGEST_ROW_ID = 80;

/** Whose row it is, by its own word. */
interface RowIdParts {
  readonly enrolment: string;
  readonly exchange: string;
  readonly seal: string;
}

/** What a row id says; `null` for a text that is none. Whether it is true the seal shows. */
export function rowIdParts(text: string): RowIdParts | null {
  const [, enrolment, exchange, seal] = ROW_ID.exec(plainRowId(text)) ?? [];
  return enrolment === undefined || exchange === undefined || seal === undefined ? null : { enrolment, exchange, seal };
}

/** Whether a text has the form of a row id, of now or of before there were seals. */
export function isRowId(text: string): boolean {
  return rowIdParts(text) !== null || olderRowIdParts(text) !== null;
}

/**
 * The 报名编号 of a row id from before there were seals, else `null`. Anybody can work such an id out, so it says
 * something only in a file whose hash shows that it was sent.
 */
export function readOlderRowId(text: string, exchange: string, workbook: string): string | null {
  const { enrolment, check } = olderRowIdParts(text) ?? {};
  return enrolment === undefined || check !== olderCheck(enrolment, exchange, workbook) ? null : enrolment;
}

function olderRowIdParts(text: string): { readonly enrolment: string; readonly check: string } | null {
  const [, enrolment, check] = OLDER_ROW_ID.exec(plainRowId(text)) ?? [];
  return enrolment === undefined || check === undefined ? null : { enrolment, check };
}

/** Text that is too long for a row id is not looked at. */
function plainRowId(text: string): string {
  return text.length > LONGEST_ROW_ID ? "" : text.normalize("NFKC").trim();
}

/** The check characters of an id from before there were seals. */
export function olderCheck(enrolment: string, exchange: string, workbook: string): string {
  const digest = digestOf(JSON.stringify([enrolment, exchange, workbook]));
  let number = Number.parseInt(digest.slice(2, 8), 16);
  let check = "";
  for (let place = 0; place < 4; place++) {
    check += "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(number % 32);
    number = Math.floor(number / 32);
  }
  return check;
}
