import { Refusal } from "../../../apps-script/domain/refusal";
import { oneLine } from "../wording/plain-text";

/**
 * Why a file was not read.
 *
 * `ole` (.xls), `html` (also XML Spreadsheet 2003), `ods`, `xlsb` and `text` are formats another reader may know;
 * the rest is final.
 */
export type UnreadableCode =
  | "missing"
  | "locked"
  | "empty"
  | "text"
  | "html"
  | "ole"
  | "ods"
  | "xlsb"
  | "not-xlsx"
  | "encrypted"
  | "truncated"
  | "broken"
  | "too-large"
  | "no-sheets";

/**
 * A file that cannot be read as .xlsx. `message` is a full Chinese sentence naming the file, of one line: names of parts and
 * sheets come out of the file's own bytes.
 */
export class UnreadableFile extends Refusal<UnreadableCode> {
  override readonly name = "UnreadableFile";

  constructor(code: UnreadableCode, message: string) {
    super(code, oneLine(message));
  }
}
