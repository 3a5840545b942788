/**
 * The bytes of an XML part as UTF-8. A part may be UTF-16 (ECMA-376 part 2, 6.2.5) and begins with FF FE then; anything
 * else is UTF-8 already. Node's StringDecoder breaks surrogate pairs of UTF-16 that arrive byte by byte, so pairs are
 * kept together here.
 */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  let isWide: boolean | undefined;
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const bytes = rest.length === 0 ? view : Buffer.concat([rest, view]);
    if (isWide === undefined && bytes.length >= 2) isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    const whole = isWide === undefined ? 0 : isWide ? wholeUnits(bytes) : bytes.length;
    rest = Buffer.from(bytes.subarray(whole));
    const ready = bytes.subarray(0, whole);
    if (whole > 0) yield isWide === true ? Buffer.from(ready.toString("utf16le")) : ready;
  }
  if (rest.length > 0) yield rest;
}

/** Length without a cut unit or a leading surrogate at the end. */
function wholeUnits(bytes: Buffer): number {
  const even = bytes.length - (bytes.length % 2);
  const isLeading = even > 0 && ((bytes[even - 1] ?? 0) & 0xfc) === 0xd8;
  return isLeading ? even - 2 : even;
}
