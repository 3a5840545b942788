/** Rows of a sheet part that a patch need not look at: `[from, to)` in bytes. */
interface UntouchedRows {
  readonly from: number;
  readonly to: number;
  /** The tag that begins at `to`, one character a byte: what was set aside goes in before it again. */
  readonly tag: string;
}

const [lessThan, greaterThan, bang, question, slash] = [60, 62, 33, 63, 47];
const isNameEnd = (byte: number | undefined): boolean =>
  byte === greaterThan || byte === slash || byte === 32 || (byte ?? 0) <= 13;

/**
 * The rows of data above the first edit: nearly all of a table that grows at its end, and a part may have hundreds of
 * megabytes of them. The last one with cells is not among them, since new rows are to look like it. They end above the
 * first formula, which may have to lose its stored result. There are none in a part with comments or CDATA, or with rows
 * that are not numbered in order.
 */
export function untouchedRows(bytes: Buffer, firstDataRow: number, firstEdit: number): UntouchedRows | null {
  const data = bytes.indexOf("sheetData");
  if (data < 0 || bytes.subarray(0, data).indexOf("<!") >= 0) return null;
  const prefix = bytes.subarray(bytes.lastIndexOf("<", data) + 1, data);
  /** Whether the tag at `at` has this name; for a closing one `at` is its slash. */
  const isTag = (at: number, name: string): boolean => {
    let place = at + 1;
    for (const byte of prefix) if (bytes[place++] !== byte) return false;
    for (let index = 0; index < name.length; index++) if (bytes[place++] !== name.charCodeAt(index)) return false;
    return isNameEnd(bytes[place]);
  };
  let from = -1;
  let previous = 0;
  let last: Omit<UntouchedRows, "from"> | null = null;
  for (let at = nextTag(bytes, data); at >= 0; at = nextTag(bytes, at + 1)) {
    const next = bytes[at + 1];
    if (next === bang || next === question) return null;
    if (isTag(at, "f")) break;
    if (next === slash && isTag(at + 1, "sheetData")) break;
    if (!isTag(at, "row")) continue;
    const tag = bytes.toString("latin1", at, bytes.indexOf(greaterThan, at) + 1);
    const row = Number(/\sr="(\d+)"/.exec(tag)?.[1]);
    if (!(row > previous)) return null;
    if (row >= firstEdit) break;
    previous = row;
    if (row < firstDataRow) continue;
    if (from < 0) from = at;
    if (isTag(nextTag(bytes, at + tag.length), "c")) last = { to: at, tag };
  }
  return last && last.to > from ? { from, ...last } : null;
}

function nextTag(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === lessThan) return at;
  return -1;
}
