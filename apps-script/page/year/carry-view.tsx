import type { CarryReport, ReportLine } from "../../domain/next-year/carry-report";
import { carryFacts, carryLists } from "../../domain/wording/carry-report";
import * as say from "../wording/turn-year";

const SHOWN = 200;

interface CarryProps {
  readonly report: CarryReport;
  /** The new book was there before. */
  readonly isAgain?: boolean;
}

/** What a carry-over would do, or did: what goes over in all, and of whom staff have to know something. */
export function CarryView({ report, isAgain = false }: CarryProps) {
  return (
    <>
      <ul>
        {carryFacts(report, isAgain).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {carryLists(report).map(({ title, lines }) => (
        <Lines key={title} title={title} lines={lines} isOpen={lines === report.questions || lines === report.unfinished} />
      ))}
      {report.people.length === 0 ? null : <Lines title={say.EVERYBODY} lines={report.people} isOpen={false} />}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly ReportLine[];
  readonly isOpen: boolean;
}

function Lines({ title, lines, isOpen }: LinesProps) {
  return (
    <details open={isOpen}>
      <summary>{say.listTitle(title, lines.length)}</summary>
      <ol class="notes">
        {lines.slice(0, SHOWN).map(({ row, message }, index) => (
          <li key={`${row} ${index}`}>{message}</li>
        ))}
      </ol>
      {lines.length > SHOWN ? <p class="hint">{say.moreLines(lines.length - SHOWN)}</p> : null}
    </details>
  );
}
