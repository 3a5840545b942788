import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { rowIdOf, rowIdParts } from "./row-id";
import { type SealedFile, Sealer } from "./seal";

/** A person's row of a file that was sent under an exchange. */
export interface SealedRow {
  readonly exchange: string;
  readonly enrolment: string;
}

/**
 * The seals that a workbook makes, and those that it knows: its own, and those of workbooks that it was copied from. Whoever
 * checks needs no luck: the exchange stands in the row id, so one MAC a row and key is enough.
 */
export class Keyring {
  private readonly known: readonly Sealer[];
  private readonly rows = new Map<string, SealedRow | null>();

  /** @param renumbered 报名编号 of the years before → those of this one */
  constructor(
    private readonly current: Sealer | null,
    earlier: readonly Sealer[] = [],
    private readonly renumbered: ReadonlyMap<string, string> = new Map(),
  ) {
    this.known = [...(current ? [current] : []), ...earlier];
  }

  /** 工作簿编号, now or before it was copied. */
  isOurs(workbook: string): boolean {
    return this.known.some((sealer) => sealer.workbook === workbook);
  }

  get workbook(): string {
    return this.current?.workbook ?? "";
  }

  /** @throws {Error} when the workbook has no secret yet: the shells give it one before anything is sent */
  sealer(): Sealer {
    if (!this.current) throw new Error("a workbook without a secret seals nothing");
    return this.current;
  }

  rowId(exchange: string, enrolment: string): string {
    return rowIdOf(enrolment, exchange, this.sealer());
  }

  /** Whose row an id marks, by their number of this year; `null` for one that nobody here made. */
  rowOf(idText: string): SealedRow | null {
    const seen = this.rows.get(idText);
    if (seen !== undefined) return seen;
    const parts = rowIdParts(idText);
    const isOurs =
      parts?.exchange !== undefined && this.known.some((one) => one.row(parts.exchange, parts.enrolment) === parts.seal);
    const enrolment = parts && (this.renumbered.get(parts.enrolment) ?? parts.enrolment);
    const row = parts && enrolment && isOurs ? { exchange: parts.exchange, enrolment } : null;
    this.rows.set(idText, row);
    return row;
  }

  verifies(file: SealedFile, seal: string): boolean {
    return this.sealedBy(file, seal) !== null;
  }

  /** 工作簿编号 of whoever sealed a file; `null` when nobody here did. */
  sealedBy(file: SealedFile, seal: string): string | null {
    return this.known.find((sealer) => sealer.file(file) === seal)?.workbook ?? null;
  }
}

/** 封印 of a workbook: the row under 设置 工作簿编号 is its own, the others are of earlier workbooks. */
export function keyringOf(
  { seals = [] }: Partial<Pick<Snapshot, "seals">>,
  workbook: string | null,
  renumbered?: ReadonlyMap<string, string>,
): Keyring {
  const keys = seals.flatMap(({ workbook: name, secret }) => {
    const key = { workbook: textOf(name), secret: textOf(secret) };
    return key.workbook === "" || key.secret === "" ? [] : [key];
  });
  const own = keys.find((key) => key.workbook === workbook);
  return new Keyring(
    own ? new Sealer(own) : null,
    keys.filter((key) => key !== own).map((key) => new Sealer(key)),
    renumbered,
  );
}
