import { foreignLimits } from "./limits";
import { decodeText, endOfSpecial, isBlank, malformed, nameCode } from "./xml-tokens";

/**
 * A small scanner for the one part that is large: a sheet's XML.
 *
 * It works on UTF-8 bytes, so that a chunk's border can cut nothing and no cell's text keeps its whole chunk alive;
 * with saxes 100,000 × 25 inline cells took 2.5 × the time and the memory. It knows comments, CDATA, processing
 * instructions, entities and prefixes, and asks that tags balance (long names by their length only); DOCTYPE is
 * refused. It is laxer than saxes about characters XML forbids, never stricter about well-formed text.
 */
export interface ByteHandlers {
  /** Set while text is wanted; text elsewhere is skipped unseen. */
  readonly wantsText: boolean;
  /** `name` is `codeOf` the name without the root's prefix. Attributes are read with `nextAttribute`. */
  open(name: number, xml: XmlBytes): void;
  /** The bytes `xml.bytes[from..to)`; `isRaw` text (CDATA) has no entities. */
  text(from: number, to: number, isRaw: boolean, xml: XmlBytes): void;
  close(name: number): void;
  /** `xml.bytes` is about to be replaced: positions in it lose their meaning. */
  release(xml: XmlBytes): void;
}

/** A tag, comment or text longer than this is no cell (32,767 characters at most) and would have to be kept whole. */
const longestToken = 4 * 1024 * 1024;
const [lessThan, greaterThan, slash, bang, question, colon, equals] = [60, 62, 47, 33, 63, 58, 61];
const [doubleQuote, singleQuote, squareBracket] = [34, 39, 91];

export class XmlBytes {
  /** What positions refer to. */
  bytes: Buffer = Buffer.alloc(0);
  /** Of the tag being opened, or of the attribute found by `nextAttribute`. */
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;
  attributeName = 0;

  private tagTo = 0;
  private prefix: Buffer | undefined;
  private readonly openNames: number[] = [];
  private hasRoot = false;

  constructor(private readonly handlers: ByteHandlers) {}

  /** Takes the next bytes. @throws {Error} when they cannot belong to well-formed XML */
  push(chunk: Buffer, isLast = false): void {
    const bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk]);
    this.bytes = bytes;
    const done = this.scan(bytes, isLast);
    this.handlers.release(this);
    this.bytes = done === bytes.length ? Buffer.alloc(0) : bytes.subarray(done);
    if (this.bytes.length > longestToken) throw malformed();
  }

  /** @throws {Error} when elements are still open */
  end(): void {
    this.push(Buffer.alloc(0), true);
    if (!this.hasRoot || this.openNames.length > 0 || this.bytes.length > 0) throw malformed();
  }

  /**
   * Moves to the attribute behind `at` (begin with `nameTo` of the tag) and sets `attributeName`, `valueFrom`, `valueTo`.
   *
   * @returns where to go on, -1 when there is none left
   */
  nextAttribute(at: number): number {
    const { bytes, tagTo } = this;
    let from = at;
    while (from < tagTo && isBlank(bytes[from] ?? 0)) from += 1;
    let to = from;
    while (to < tagTo && bytes[to] !== equals && !isBlank(bytes[to] ?? 0)) to += 1;
    if (to === from) return -1;
    let quote = to;
    while (quote < tagTo && bytes[quote] !== doubleQuote && bytes[quote] !== singleQuote) quote += 1;
    const mark = bytes[quote];
    let end = quote + 1;
    while (end < tagTo && bytes[end] !== mark) end += 1;
    if (end >= tagTo) throw malformed();
    this.attributeName = nameCode(bytes, from, to);
    this.nameFrom = from;
    this.nameTo = to;
    this.valueFrom = quote + 1;
    this.valueTo = end;
    return end + 1;
  }

  /** The attribute's name, or the tag's before the first `nextAttribute`. */
  nameText(): string {
    return this.bytes.toString("latin1", this.nameFrom, this.nameTo);
  }

  valueText(): string {
    return decodeText(this.bytes, this.valueFrom, this.valueTo, false);
  }

  /** A copy of some bytes as text, entities decoded. */
  decode(from: number, to: number, isRaw: boolean): string {
    return decodeText(this.bytes, from, to, isRaw);
  }

  /** Handles all whole tokens. Returns where the first unfinished one begins. */
  private scan(bytes: Buffer, isLast: boolean): number {
    const { handlers } = this;
    let at = 0;
    if (!this.hasRoot && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    for (;;) {
      let tag = at;
      while (tag < bytes.length && bytes[tag] !== lessThan) tag += 1;
      if (tag === bytes.length && !isLast) return at;
      const next = tag === bytes.length ? tag : this.endOfToken(bytes, tag);
      if (next < 0) return at;
      if (tag > at && handlers.wantsText) handlers.text(at, tag, false, this);
      else if (tag > at && this.openNames.length === 0) this.requireBlank(bytes, at, tag);
      if (tag === bytes.length) return tag;
      this.token(bytes, tag, next);
      at = next;
    }
  }

  /** Position behind the token that begins with `<` at `from`; -1 when it is not all there yet. */
  private endOfToken(bytes: Buffer, from: number): number {
    const first = bytes[from + 1];
    if (first === bang || first === question) return endOfSpecial(bytes, from);
    for (let at = from + 1; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === greaterThan) return at + 1;
      if (byte !== doubleQuote && byte !== singleQuote) continue;
      at += 1;
      while (at < bytes.length && bytes[at] !== byte) at += 1;
    }
    return -1;
  }

  private token(bytes: Buffer, from: number, next: number): void {
    const first = bytes[from + 1];
    if (first === question) return;
    if (first === bang) {
      if (bytes[from + 2] === squareBracket && this.handlers.wantsText) this.handlers.text(from + 9, next - 3, true, this);
      return;
    }
    if (first === slash) {
      let to = next - 1;
      while (isBlank(bytes[to - 1] ?? 0)) to -= 1;
      this.leave(this.localCode(bytes, from + 2, to));
      return;
    }
    const isClosed = bytes[next - 2] === slash;
    this.tagTo = isClosed ? next - 2 : next - 1;
    let to = from + 1;
    while (to < this.tagTo && !isBlank(bytes[to] ?? 0)) to += 1;
    this.enter(bytes, from + 1, to, isClosed);
  }

  private enter(bytes: Buffer, from: number, to: number, isClosed: boolean): void {
    if (this.openNames.length === 0 && this.hasRoot) throw malformed();
    if (!this.hasRoot) {
      this.hasRoot = true;
      const mark = bytes.subarray(from, to).indexOf(colon);
      this.prefix = Buffer.from(bytes.subarray(from, from + mark + 1));
    }
    const name = this.localCode(bytes, from, to);
    if (to === from || this.openNames.push(name) > foreignLimits.depth) throw malformed();
    this.nameFrom = from;
    this.nameTo = to;
    this.handlers.open(name, this);
    if (isClosed) this.leave(name);
  }

  private leave(name: number): void {
    if (this.openNames.pop() !== name) throw malformed();
    this.handlers.close(name);
  }

  private localCode(bytes: Buffer, from: number, to: number): number {
    const { prefix } = this;
    if (prefix === undefined || prefix.length === 0) return nameCode(bytes, from, to);
    for (let at = 0; at < prefix.length; at += 1) if (bytes[from + at] !== prefix[at]) return -1000 + from - to;
    return nameCode(bytes, from + prefix.length, to);
  }

  private requireBlank(bytes: Buffer, from: number, to: number): void {
    for (let at = from; at < to; at += 1) if (!isBlank(bytes[at] ?? 0)) throw malformed();
  }
}
