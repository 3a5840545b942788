import fc from "fast-check";
import { macOf, type SealedFile, Sealer } from "../../../apps-script/domain/exchange/seal";
import { sealerOf } from "../../support/books";

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "ascii"));
const repeated = (byte: number, count: number): Uint8Array => new Uint8Array(count).fill(byte);

/** RFC 4231, section 4: the HMAC-SHA-256 of each test case. */
const VECTORS: readonly (readonly [number, key: Uint8Array, data: Uint8Array, mac: string])[] = [
  [1, repeated(0x0b, 20), ascii("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  [2, ascii("Jefe"), ascii("what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
  [3, repeated(0xaa, 20), repeated(0xdd, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
  [
    4,
    bytes("0102030405060708090a0b0c0d0e0f10111213141516171819"),
    repeated(0xcd, 50),
    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
  ],
  [5, repeated(0x0c, 20), ascii("Test With Truncation"), "a3b6167473100ee06e0c796c2955552b"],
  [
    6,
    repeated(0xaa, 131),
    ascii("Test Using Larger Than Block-Size Key - Hash Key First"),
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
  [
    7,
    repeated(0xaa, 131),
    ascii(
      "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.",
    ),
    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  ],
];

test.each(VECTORS)("RFC 4231, test case %i", (_case, key, data, mac) => {
  expect(Buffer.from(macOf(key, data)).toString("hex").slice(0, mac.length)).toBe(mac);
});

test("what is sealed and how it is written never changes: files are out", () => {
  const sealer = new Sealer({ workbook: "a1b2c3d4e5f6", secret: "00".repeat(32) });
  expect(sealer.row("X00018", "B2024-00012")).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect([
    sealer.row("X00018", "B2024-00012"),
    sealer.file({ exchange: "X00018", generation: 3, hash: "0ab9", rows: 25 }),
  ]).toEqual(["6T39HM4B6ZND8SXQ", "BQPB5KEHY8A5KGGM"]);
});

const text = fc.string({ maxLength: 12, unit: "binary" });
const sealed = fc.record({
  workbook: text,
  exchange: text,
  generation: fc.nat(9),
  hash: text,
  rows: fc.nat(9),
  enrolment: text,
});

test("seals of two things are the same only if the things are", () => {
  const form = (one: SealedFile & { workbook: string; enrolment: string }) => {
    const sealer = sealerOf(one.workbook);
    return [sealer.row(one.exchange, one.enrolment), sealer.file(one)];
  };
  fc.assert(
    fc.property(sealed, sealed, (a, b) => {
      const [rowA, fileA] = form(a);
      const [rowB, fileB] = form(b);
      const isSame = (...names: (keyof typeof a)[]): boolean => names.every((name) => a[name] === b[name]);
      expect(rowA === rowB).toBe(isSame("workbook", "exchange", "enrolment"));
      expect(fileA === fileB).toBe(isSame("workbook", "exchange", "generation", "hash", "rows"));
      expect(rowA).not.toBe(fileA);
    }),
  );
});

test("a hundred thousand rows are sealed in seconds", () => {
  const sealer = sealerOf("W");
  const seals = new Set(Array.from({ length: 100_000 }, (_all, at) => sealer.row("X00001", `B2024-${at}`)));
  expect(seals.size).toBe(100_000);
});
