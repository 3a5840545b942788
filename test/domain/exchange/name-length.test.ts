import fc from "fast-check";
import { cutToBytes, nameWithEnding, utf8Length } from "../../../apps-script/domain/exchange/name-length";
import { fileNameOf, sharedFileNames } from "../../../apps-script/domain/exchange/sent-names";

/** Characters of one to four bytes, marks that go with the one before, and what no file system takes. */
const name = fc
  .array(fc.constantFrom("a", "é", "长", "矿", "𠮷", "😀", "\u0301", " ", ".", "/", "CON", "\u200b"), { maxLength: 150 })
  .map((characters) => characters.join(""));

test("a text is cut to bytes between two characters, and no shorter than it must be", () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 0, max: 300 }), (text, most) => {
      const kept = cutToBytes(text, most);
      expect(Buffer.byteLength(text)).toBe(utf8Length(text));
      expect(text.startsWith(kept)).toBe(true);
      expect(Buffer.from(kept).toString()).toBe(kept);
      expect(utf8Length(kept)).toBeLessThanOrEqual(most);
      const [next = ""] = text.slice(kept.length);
      if (next !== "") expect(utf8Length(cutToBytes(text, most + 4))).toBeGreaterThan(utf8Length(kept));
    }),
  );
});

test("a unit's file has room for what is put behind its name, and no two that are one on a disk go unseen", () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), (units) => {
      const files = units.map(fileNameOf);
      for (const file of files) {
        const stem = file.replace(/\.xlsx$/u, "");
        expect(nameWithEnding(stem, "-改动过的（12）.xlsx")).toBe(`${stem}-改动过的（12）.xlsx`);
        expect(Buffer.byteLength(`${stem}-退回（12）.xlsx`)).toBeLessThanOrEqual(255);
      }
      const onDisk = new Set(files.map((file) => file.toUpperCase()));
      const shared = sharedFileNames(units).reduce((sum, { units: same }) => sum + same.length - 1, 0);
      expect(onDisk.size + shared).toBe(units.length);
    }),
  );
});
