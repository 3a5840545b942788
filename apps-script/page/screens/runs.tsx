import type { RunLine } from "../../domain/views/lines";
import { runLines } from "../../domain/views/runs";
import { proposeUndo } from "../deciding/proposal";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { timeOf } from "../report/time-of";
import { preview } from "../steps/preview";
import { withDots } from "../wording/in-a-line";
import * as say from "../wording/page";
import { lookAt } from "../wording/screens";
import { showRun } from "./run-detail";

const SHOWN = 50;

/** 操作记录: the latest runs, each with its own undo. */
export function RunsScreen({ desk }: { readonly desk: Desk }) {
  const runs = runLines(desk.book.snapshot);
  const older = runs.length - SHOWN;
  if (runs.length === 0) return <p>{say.NO_RUNS}</p>;
  const undo = (run: string): void => preview(desk, () => proposeUndo(desk.book, run), { back: () => desk.showScreen("runs") });
  return (
    <>
      <table class="runs">
        <thead>
          <tr>
            {say.LOG_HEADERS.map((title, index) => (
              <th key={title} scope="col" class={index === 1 ? "" : "number"}>
                {title}
              </th>
            ))}
            <th scope="col" class="act">
              {say.LOG_ACTION_HEADER}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.slice(0, SHOWN).map((line) => (
            <RunRow key={line.id} line={line} undo={undo} look={() => showRun(desk, line.id)} />
          ))}
        </tbody>
      </table>
      {older > 0 ? <p class="hint">{say.older(older)}</p> : null}
    </>
  );
}

interface RunRowProps {
  readonly line: RunLine;
  readonly undo: (run: string) => void;
  readonly look: () => void;
}

function RunRow({ line, undo, look }: RunRowProps) {
  const { id, time, clerk, source } = line;
  return (
    <tr>
      <th scope="row">
        <Button text={id} label={lookAt(id)} press={look} kind="small" />
      </th>
      <td>
        {line.action}
        <small>{withDots([time && timeOf(time), clerk, source])}</small>
      </td>
      <td data-title={say.LOG_HEADERS[2]}>{line.changes}</td>
      <td>{line.state}</td>
      <td class="act">
        {line.canUndo ? <Button text={say.UNDO} label={say.undoLabel(id)} press={() => undo(id)} kind="small" /> : null}
      </td>
    </tr>
  );
}
