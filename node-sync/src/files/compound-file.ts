import { brokenFile, brokenPlaces } from "../wording/files";
import { UnreadableFile } from "../xlsx/unreadable-file";

/** Sectors with a meaning of their own (MS-CFB 2.1); every greater number ends a chain too. */
const LAST_SECTOR = 0xfffffffa;
const ENTRY = 128;
const DIFAT_IN_HEADER = 109;
const MINI_SECTOR = 64;
const MINI_BELOW = 4096;
const [STREAM, ROOT] = [2, 5];
/** What Excel calls the stream that holds the sheets, since 1997 and before. */
const SHEETS = ["workbook", "book"];

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The stream with the sheets of a .xls, out of the compound file around it (MS-CFB). Every chain of sectors is followed once,
 * and no further than its own length: a chain that runs in circles, or beyond the file, makes the file a broken one.
 *
 * @returns `null` when the file holds no such stream
 * @throws {UnreadableFile} `broken`
 */
export function workbookStream(bytes: Buffer, label: string): Buffer | null {
  try {
    return new CompoundFile(bytes).stream(SHEETS);
  } catch (error) {
    if ((error as Partial<Error> | null)?.name !== "RangeError") throw error;
    throw new UnreadableFile("broken", brokenFile(label, brokenPlaces.chain));
  }
}

/** Whatever it is made of may lie anywhere: a place outside the file is a RangeError, as it is when Node meets one. */
class CompoundFile {
  private readonly sectorSize: number;
  private readonly sectors: number;
  private readonly fat: Uint32Array;
  private readonly entries: readonly Entry[];

  constructor(private readonly bytes: Buffer) {
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new RangeError("sector size");
    this.sectorSize = 1 << shift;
    this.sectors = Math.ceil((bytes.length - this.sectorSize) / this.sectorSize);
    this.fat = this.table(this.fatSectors());
    this.entries = entriesIn(this.joined(this.chain(bytes.readUInt32LE(48), this.fat)));
  }

  stream(names: readonly string[]): Buffer | null {
    const found = names.flatMap((name) => this.entries.find((entry) => entry.type === STREAM && entry.name === name) ?? []);
    const [entry] = found;
    if (!entry) return null;
    const whole = entry.size < MINI_BELOW ? this.mini(entry) : this.joined(this.chain(entry.start, this.fat, entry.size));
    if (whole.length < entry.size) throw new RangeError("stream");
    return whole.subarray(0, entry.size);
  }

  /** Small streams lie in pieces of 64 bytes inside the root's. */
  private mini({ start, size }: Entry): Buffer {
    const root = this.entries.find(({ type }) => type === ROOT);
    if (!root) throw new RangeError("root");
    const inside = this.joined(this.chain(root.start, this.fat, root.size));
    const table = this.table(this.chain(this.bytes.readUInt32LE(60), this.fat));
    const pieces = chainIn(table, start, Math.ceil(size / MINI_SECTOR));
    return Buffer.concat(pieces.map((piece) => inside.subarray(piece * MINI_SECTOR, (piece + 1) * MINI_SECTOR)));
  }

  /** The sectors that hold the table of sectors: the first of them in the header, the others in a chain of their own. */
  private fatSectors(): number[] {
    const found: number[] = [];
    const add = (at: number, count: number): void => {
      for (let place = 0; place < count; place += 1) {
        const sector = this.bytes.readUInt32LE(at + place * 4);
        if (sector < LAST_SECTOR) found.push(sector);
      }
    };
    add(76, DIFAT_IN_HEADER);
    const perSector = this.sectorSize / 4 - 1;
    let next = this.bytes.readUInt32LE(68);
    for (let count = 0; next < LAST_SECTOR; count += 1) {
      if (count > this.sectors) throw new RangeError("chain");
      const at = this.placeOf(next);
      add(at, perSector);
      next = this.bytes.readUInt32LE(at + perSector * 4);
      if (found.length > this.sectors) throw new RangeError("table");
    }
    return found;
  }

  private table(sectors: readonly number[]): Uint32Array {
    const perSector = this.sectorSize / 4;
    const table = new Uint32Array(sectors.length * perSector);
    for (const [place, sector] of sectors.entries()) {
      const at = this.placeOf(sector);
      for (let entry = 0; entry < perSector; entry += 1)
        table[place * perSector + entry] = this.bytes.readUInt32LE(at + entry * 4);
    }
    return table;
  }

  /** @param size of the stream in bytes, where it is known: a chain may be longer than what it holds */
  private chain(start: number, fat: Uint32Array, size = Number.POSITIVE_INFINITY): number[] {
    return chainIn(fat, start, Math.min(Math.ceil(size / this.sectorSize), this.sectors), size === Number.POSITIVE_INFINITY);
  }

  /** The last sector of a file may be cut short. */
  private joined(sectors: readonly number[]): Buffer {
    return Buffer.concat(
      sectors.map((sector) => this.bytes.subarray(this.placeOf(sector), this.placeOf(sector) + this.sectorSize)),
    );
  }

  private placeOf(sector: number): number {
    if (sector >= this.sectors) throw new RangeError("sector");
    return (sector + 1) * this.sectorSize;
  }
}

/**
 * A chain in a table that gives for each sector the next one.
 *
 * @param isWhole whether a chain of more than `most` is wrong; else the rest of it is not asked for
 */
function chainIn(table: Uint32Array, start: number, most: number, isWhole = false): number[] {
  const chain: number[] = [];
  const seen = new Set<number>();
  for (let sector = start; sector < LAST_SECTOR && (isWhole || chain.length < most); sector = table[sector] ?? LAST_SECTOR) {
    if (seen.has(sector) || chain.length >= most) throw new RangeError("chain");
    seen.add(sector);
    chain.push(sector);
  }
  return chain;
}

function entriesIn(directory: Buffer): Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, place): Entry => {
    const entry = directory.subarray(place * ENTRY, (place + 1) * ENTRY);
    const length = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2));
    const name = entry.toString("utf16le", 0, length).toLowerCase();
    return { name, type: entry.readUInt8(66), start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) };
  });
}
