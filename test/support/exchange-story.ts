import { titledPlace } from "../../apps-script/domain/changes/finding";
import { titleOfColumn, UNIT_COLUMNS } from "../../apps-script/domain/schema/unit-columns";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";
import {
  type Cells,
  importFiles,
  type Played,
  type ReturnedParts,
  returnedFile,
  type SentGeneration,
  sentBook,
} from "./exchange-lab";

/** One story of a file that went out and came back. `roster` is 名册 when the file comes back. */
export interface Story {
  readonly story: string;
  readonly base: readonly SentGeneration[];
  readonly roster: readonly Cells[];
  readonly conflicts?: readonly Cells[];
  readonly returned: readonly ReturnedParts[];
  readonly force?: boolean;
  readonly settings?: Readonly<Record<string, Value>>;
  readonly expected: Told;
}

/** What became of it: 名册, 冲突 and 待办 afterwards, and what the report says of each file. */
export interface Told {
  readonly roster: readonly Cells[];
  readonly conflicts: readonly Cells[];
  readonly todo: readonly string[];
  readonly reports: readonly Readonly<Record<string, unknown>>[];
}

export function playStory(story: Omit<Story, "expected">): {
  readonly book: Snapshot;
  readonly files: ReturnType<typeof returnedFile>[];
  readonly played: Played;
} {
  const base = sentBook(story.roster, story.base, { conflicts: story.conflicts ?? [] });
  const group = story.settings?.同组列;
  const last = base.settings[0];
  const extra = last && group !== undefined ? [{ ...last, key: "同组列", item: "同组列", value: group }] : [];
  const book: Snapshot = { ...base, settings: [...base.settings, ...extra] };
  const files = story.returned.map((parts) => {
    const sent = story.base.find(
      ({ generation, exchange }) => generation === (parts.generation ?? 1) && exchange === parts.exchange,
    );
    return returnedFile({ ...parts, sent: sent?.people ?? [] });
  });
  return { book, files, played: importFiles(book, files, { force: story.force }) };
}

export function toldBy({ after, reports }: Played): Told {
  return {
    roster: after.roster.map((row) => {
      const cells = UNIT_COLUMNS.map((column): [string, Value] => [titleOfColumn(column), row[column]]);
      return filled([["报名编号", row.id], ...cells]);
    }),
    conflicts: after.conflicts.map(({ enrolment, column, base, ours, theirs }) =>
      filled([
        ["报名编号", enrolment],
        ["列", column],
        ["原值", base],
        ["我方", ours],
        ["对方", theirs],
      ]),
    ),
    todo: after.todo.map(({ rule, subject }) => `${rule} ${subject}`),
    reports: reports.map((report) => ({
      kind: report.kind,
      exchange: report.exchange,
      generation: report.generation,
      rows: report.rows,
      cells: report.cells,
      findings: report.findings.map((finding) =>
        [finding.code, finding.row, titledPlace(finding).column].filter((part) => part !== null).join(" "),
      ),
    })),
  };
}

function filled(cells: readonly (readonly [string, Value])[]): Cells {
  return Object.fromEntries(cells.filter(([, value]) => value !== null));
}
