import { boardView } from "../../domain/views/board";
import { Patterns } from "../charts/patterns";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import * as say from "../wording/board-screen";
import { ExpiriesChart, PlanChart, SeatsChart } from "./board-classes";
import { FilesChart, MoneyChart, PapersChart } from "./board-matters";
import { BoardNumbers } from "./board-numbers";

/** 看板: the numbers of the year, and their charts; on paper, one page. */
export function BoardScreen({ desk }: { readonly desk: Desk }) {
  const view = desk.book.view(boardView, null);
  return (
    <div class="board">
      <Patterns />
      <p>
        {say.headOf(view.today, view.year)} <Button text={say.PRINT} press={() => window.print()} kind="small" />
      </p>
      <BoardNumbers view={view} />
      <div class="charts">
        <SeatsChart view={view} />
        <PlanChart view={view} />
        <ExpiriesChart view={view} />
        <PapersChart view={view} />
        <MoneyChart view={view} />
        <FilesChart view={view} />
      </div>
    </div>
  );
}
