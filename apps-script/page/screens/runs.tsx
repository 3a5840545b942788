import { proposeUndo } from "../book/proposal";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { type RunList, runsIn } from "../report/runs";
import { preview } from "../steps/preview";
import * as say from "../wording/page";
import { lookAt } from "../wording/screens";
import { showRun } from "./run-detail";

/** 操作记录: the latest runs, each with its own undo. */
export function RunsScreen({ desk }: { readonly desk: Desk }) {
  const { runs, older } = runsIn(desk.book.snapshot);
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
          {runs.map((line) => (
            <RunRow key={line.run} line={line} undo={undo} look={() => showRun(desk, line.run)} />
          ))}
        </tbody>
      </table>
      {older > 0 ? <p class="hint">{say.older(older)}</p> : null}
    </>
  );
}

interface RunRowProps {
  readonly line: RunList["runs"][number];
  readonly undo: (run: string) => void;
  readonly look: () => void;
}

function RunRow({ line, undo, look }: RunRowProps) {
  const about = [line.time, line.clerk, line.source].filter((part) => part !== "").join(" · ");
  return (
    <tr>
      <th scope="row">
        <Button text={line.run} label={lookAt(line.run)} press={look} kind="small" />
      </th>
      <td>
        {line.action}
        <small>{about}</small>
      </td>
      <td>{line.changes}</td>
      <td>{line.state}</td>
      <td class="act">
        {line.canUndo ? (
          <Button text={say.UNDO} label={say.undoLabel(line.run)} press={() => undo(line.run)} kind="small" />
        ) : null}
      </td>
    </tr>
  );
}
