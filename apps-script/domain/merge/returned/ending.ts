import { unitColumnTitled } from "../../schema/unit-columns";
import * as say from "../../wording/exchange";
import { Account, type Place } from "../file-report";
import { ownCells } from "../import-row";
import { mappingOf, noteList } from "../list-notes";
import type { ReadRow } from "./read-rows";
import type { IncomingFile, ReturnedMarks } from "./recognise";
import type { ReturnedReport, Stop } from "./report";
import type { Remark } from "./resolve";
import type { Taking, TakingHead } from "./taking";

/** A file of ours on its way in, with its rows read. */
export interface ReturnedFile {
  readonly file: IncomingFile;
  readonly marks: ReturnedMarks;
  readonly rows: readonly ReadRow[];
  readonly fingerprint: string;
}

export interface TakenReturned {
  readonly report: ReturnedReport;
  /** The findings as the run's change set lists them: by file and sheet. */
  readonly findings: ReturnedReport["findings"];
}

const WHOLE_FILE: Place = { sheet: null, at: null, address: null, name: "" };

/** The ways in which the taking of a file ends, each with a report whose counts add up. */
export class Ending {
  constructor(
    private readonly returned: ReturnedFile,
    private readonly taking: Taking,
    private readonly head: Omit<TakingHead, "exchange"> & { readonly exchange: string | null },
  ) {}

  remark(remark: Remark): void {
    this.taking.findings.note(remark, WHOLE_FILE, null, remark.message);
  }

  /** The same content was received before: nothing to do. */
  repeated(time: string): TakenReturned {
    this.remark({ code: "E01", message: say.receivedAlready(time) });
    return this.close(this.wholly("unchanged", "equal"), { importedBefore: true });
  }

  /** Nothing of the file is taken. */
  stopped(stop: Stop): TakenReturned {
    this.remark(stop);
    return this.close(this.wholly("refused", "refused"), { stopped: stop });
  }

  /** @throws {UnbalancedImport} when a row or a cell ended nowhere or twice */
  taken(missing: number): TakenReturned {
    const { annotated, refused, account, findings } = this.taking;
    const { rows, marks, file } = this.returned;
    const stayed = new Set(refused.map(({ sheet, at }) => `${sheet}\n${at}`));
    for (const { list } of marks.lists) {
      const isIn = ({ row }: ReadRow): boolean => row.sheet === list.sheet && !stayed.has(`${row.sheet}\n${row.at}`);
      noteList(
        list,
        rows.filter(isIn).map(({ row }) => row),
        findings,
      );
    }
    const grey = annotated.flatMap(({ cells }) => cells).filter(({ title }) => unitColumnTitled(title) === null);
    const filled = rows.reduce((sum, { row }) => sum + ownCells(row).length, 0);
    const order = new Map(rows.map((read, place) => [`${read.row.sheet}\n${read.row.at}`, place]));
    const place = (one: { readonly sheet: string; readonly at: number }): number => order.get(`${one.sheet}\n${one.at}`) ?? 0;
    const counts = account.close(file.file, rows.length, filled + grey.length);
    return this.close(counts, {
      missing,
      annotated: [...annotated].sort((a, b) => place(a) - place(b)),
      refusedRows: [...refused].sort((a, b) => place(a) - place(b)),
    });
  }

  private wholly(row: "unchanged" | "refused", cell: "equal" | "refused") {
    const account = new Account();
    const { rows, file } = this.returned;
    for (const read of rows) {
      account.row(row);
      account.cell(cell, ownCells(read.row).length);
    }
    return account.close(
      file.file,
      rows.length,
      rows.reduce((sum, read) => sum + ownCells(read.row).length, 0),
    );
  }

  private close(
    { rows, cells }: ReturnType<Account["close"]>,
    more: Partial<Pick<ReturnedReport, "importedBefore" | "stopped" | "annotated" | "refusedRows">> & {
      readonly missing?: number;
    },
  ): TakenReturned {
    const { file, unit, exchange, generation } = this.head;
    const { missing = 0, ...rest } = more;
    const report: ReturnedReport = {
      file,
      fingerprint: this.returned.fingerprint,
      unit,
      kind: "returned",
      exchange,
      generation,
      importedBefore: false,
      rows: { ...rows, missing },
      cells,
      changes: { filled: rows.changed - this.taking.replacedRows, replaced: this.taking.replacedRows, left: 0 },
      findings: this.taking.findings.all(),
      refusedRows: [],
      mapping: this.returned.marks.lists.map(({ list }) => mappingOf(list)),
      stopped: null,
      annotated: [],
      ...rest,
    };
    return { report, findings: this.taking.findings.all("file") };
  }
}
