import { RUN } from "../../domain/schema/allowed";
import { rowWith } from "../../domain/snapshot/by-key";
import { summaryLines } from "../../domain/wording/summary";
import { proposeUndo } from "../deciding/proposal";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { NoteLine } from "../parts/report-view";
import { preview } from "../steps/preview";
import * as say from "../wording/files-screen";
import { UNDO, undoLabel } from "../wording/page";
import { ChangedRows } from "./changed-rows";
import { Downloads } from "./downloads";
import type { Outcome } from "./intake";
import type { FileJson, FindingJson, TakenJson } from "./job-json";

const SHOWN = 60;

interface OutcomeProps {
  readonly desk: Desk;
  readonly outcome: Outcome;
  readonly isDone: boolean;
  /** It was looked at before people came whom it may be about. */
  readonly isEarly?: boolean;
}

/** What became of a group of files, or would: each file with its counts and what is wrong in it, then row by row. */
export function OutcomeView({ desk, outcome: { kind, files, answer, fault }, isDone, isEarly = false }: OutcomeProps) {
  const names = files.map(({ file }) => file.name);
  return (
    <section class="outcome" aria-label={say.kinds[kind]}>
      <h3>{say.kinds[kind]}</h3>
      {isEarly ? <p class="notice">{say.beforeNewPeople}</p> : null}
      {answer === null ? <Fault names={names} fault={fault} /> : <Taken names={names} json={answer.json} />}
      {answer === null || !isDone ? null : <Written desk={desk} run={answer.json.run} />}
      {answer === null ? null : <ChangedRows desk={desk} cells={answer.json.changes ?? []} />}
      {answer === null ? null : <Downloads answer={answer} />}
    </section>
  );
}

/** What was written, and its undo, as every result has it. */
function Written({ desk, run }: { readonly desk: Desk; readonly run: string | null }) {
  if (run === null) return <p>{say.taken(null)}</p>;
  if (rowWith(desk.book.snapshot.runs, run)?.state === RUN.undone) return <p>{say.undone(run)}</p>;
  const undo = (): void => preview(desk, () => proposeUndo(desk.book, run), { back: () => desk.showScreen("files") });
  return (
    <p class="doings">
      {say.taken(run)} <Button text={UNDO} label={undoLabel(run)} press={undo} kind="small" />
    </p>
  );
}

function Fault({ names, fault }: { readonly names: readonly string[]; readonly fault: string }) {
  return (
    <>
      <p>{names.join("、")}</p>
      <p class="fault text">{say.failed + fault}</p>
    </>
  );
}

/** Where the command tells of each file, that; else its summary, of the one file. */
function Taken({ names, json }: { readonly names: readonly string[]; readonly json: TakenJson }) {
  const { files, findings = [], action = "", summary = {}, stopped } = json;
  return (
    <>
      {names.map((name, index) => (
        <FileTold key={index} name={name} told={files?.[index] ?? null} summary={files ? [] : summaryLines(action, summary)} />
      ))}
      <Findings findings={findings} />
      {stopped === undefined ? null : <p class="fault">{stopped.message}</p>}
    </>
  );
}

interface FileToldProps {
  readonly name: string;
  readonly told: FileJson | null;
  readonly summary: readonly string[];
}

function FileTold({ name, told, summary }: FileToldProps) {
  const lines = told === null ? summary : [countsOf(told), ...(told.unit ? [say.ofUnit(told.unit)] : [])];
  return (
    <div class="file">
      <h4>{name}</h4>
      {told?.error === undefined ? <p>{lines.filter((line) => line !== "").join("；")}</p> : null}
      {told?.error === undefined || told.error.isQuestion ? null : <p class="fault">{say.failed + told.error.message}</p>}
      <Findings findings={told?.findings ?? []} />
    </div>
  );
}

function countsOf({ rows, cells, changes, asOf }: FileJson): string {
  if (rows === undefined || rows.total === 0) return "";
  if (asOf !== undefined) return say.siteCounts(asOf, rows);
  const conflicts = typeof cells === "object" ? cells.conflicts : 0;
  return say.rowCounts(rows, changes ?? { filled: 0, replaced: 0, left: 0 }, conflicts);
}

/** What stands in the way comes first. */
const WEIGHT: readonly string[] = ["阻断", "警告", "提示"];

export function Findings({ findings }: { readonly findings: readonly FindingJson[] }) {
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => WEIGHT.indexOf(a.severity) - WEIGHT.indexOf(b.severity));
  return (
    <>
      <ol class="notes">
        {sorted.slice(0, SHOWN).map((note, index) => (
          <NoteLine key={index} note={note} />
        ))}
      </ol>
      {sorted.length > SHOWN ? <p class="hint">{say.moreFindings(sorted.length - SHOWN)}</p> : null}
    </>
  );
}
