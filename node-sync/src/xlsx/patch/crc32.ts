import * as zlib from "node:zlib";

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** The CRC-32 of zip files, unsigned, in plain code. */
function plainCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const native: ((bytes: Uint8Array) => number) | undefined = zlib.crc32;

/** The CRC-32 of zip files, unsigned: zlib's own, ten times as fast, where Node has it (20.15 and later). */
export const crc32 = native ?? plainCrc32;
