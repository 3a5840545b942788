import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";

/**
 * The seals on what goes out to units: HMAC-SHA-256 (RFC 2104, FIPS 198-1) under a random secret of the workbook, cut to 80
 * bits (RFC 2104 section 5) and written in Crockford's base 32. Nobody who lacks the secret can make one, also not from any
 * number of sealed files. What is sealed must never change, as files are out: see the page on the exchange.
 */
const SEAL_BYTES = 10;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** A seal as it is written: 80 bits in 16 characters. */
export const SEAL_FORM = "[0-9A-HJKMNP-TV-Z]{16}";

/** A workbook's name for itself and its secret. */
export interface SealKey {
  readonly workbook: string;
  readonly secret: string;
}

/** What a file's seal vouches for. `hash` is the one over the values as sent, `rows` how many people it held. */
export interface SealedFile {
  readonly exchange: string;
  readonly generation: number;
  readonly hash: string;
  readonly rows: number;
}

/** Makes and checks the seals of one workbook. */
export class Sealer {
  readonly workbook: string;
  private readonly keyed: ReturnType<typeof hmac.create>;

  constructor({ workbook, secret }: SealKey) {
    this.workbook = workbook;
    this.keyed = hmac.create(sha256, bytesOf(secret));
  }

  /** Of a person's row: not of the unit or the generation, so that rows that were pasted or kept go on counting. */
  row(exchange: string, enrolment: string): string {
    return this.sealOf(["row", this.workbook, exchange, enrolment]);
  }

  file({ exchange, generation, hash, rows }: SealedFile): string {
    return this.sealOf(["file", this.workbook, exchange, generation, hash, rows]);
  }

  private sealOf(parts: readonly (string | number)[]): string {
    const mac = this.keyed
      .clone()
      .update(bytesOf(JSON.stringify(parts)))
      .digest();
    return crockford(mac.subarray(0, SEAL_BYTES));
  }
}

/** HMAC-SHA-256, for the test vectors of RFC 4231. */
export function macOf(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(sha256, key, message);
}

/** UTF-16BE: every text has one form, and no platform function is needed. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit >> 8;
    bytes[2 * index + 1] = unit & 0xff;
  }
  return bytes;
}

function crockford(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  return text;
}
