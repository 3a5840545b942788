import { ALL_TITLE } from "../../../apps-script/domain/rules/actions";
import type { OutFile } from "../exchange/export/outbox";
import type { Answer } from "../exchange/sync/send-out";
import type { Synced } from "../exchange/sync/sync";
import type { TakenFile } from "../exchange/sync/take-in";
import type { Receipt } from "../perform";
import { linesOf } from "../wording/plain-text";
import * as say from "../wording/report";
import * as words from "../wording/sync";
import type { Report } from "./command";
import { exportLines, fileJson, fileLines, isOpenFile } from "./file-report";
import { findingLines, needsPerson, reportOf } from "./receipt";

export interface SyncReportTerms {
  /** Where staff find a file of the outbox. */
  readonly pathOf: (file: OutFile) => string;
  readonly dryRun: boolean;
}

/** What a sync leaves behind: `{imports, actions, exports}`, each as the command of that step says it. */
export function syncReport(synced: Synced, terms: SyncReportTerms): Report {
  const imports = asRun(synced.imports, terms);
  const exports = asRun(synced.exports, terms);
  const { receipt: actions } = asRun({ receipt: synced.actions }, terms);
  const replies = exports.replies.map((one) => {
    return { ...one, reply: terms.pathOf({ unit: one.unit, name: one.reply }) };
  });
  const exchanged = [imports.receipt, exports.receipt].flatMap(({ changes }) => changes.findings);
  const told = new Set(imports.files.map(({ file }) => file));
  return {
    json: {
      imports: {
        run: imports.receipt.run,
        files: imports.files.map((file) => ({ ...fileJson({ ...file, reply: replyTo(file, replies) }), moved: file.moved })),
        waiting: imports.waiting.map(({ file, why }) => ({ file, why, message: words.waiting(file, why) })),
      },
      actions: reportOf(actions).json,
      exports: {
        run: exports.receipt.run,
        files: exports.files,
        unchanged: exports.unchanged,
        replies,
        findings: exports.receipt.changes.findings,
      },
    },
    text: linesOf([
      ...inboxLines(imports, replies),
      ...replies.filter(({ answers }) => !told.has(answers)).map(({ answers, reply }) => words.replyLine(answers, reply)),
      ...actionLines(actions),
      ...exportLines({ ...exports, receipt: { ...exports.receipt, applied: true } }),
      ...(terms.dryRun ? [say.dryRun] : []),
      ...findingLines(exchanged),
    ]),
    needsPerson:
      imports.files.some((file) => isOpenFile(file) || file.moved === null) ||
      needsPerson([...exchanged, ...actions.changes.findings]),
  };
}

/** On a dry run nothing was written, whatever was tried in memory. */
function asRun<S extends { readonly receipt: Receipt }>(step: S, { dryRun }: SyncReportTerms): S {
  return dryRun ? { ...step, receipt: { ...step.receipt, run: null, applied: false } } : step;
}

function replyTo({ file, moved }: TakenFile, replies: readonly Answer[]): string | null {
  return moved === null ? null : (replies.find(({ answers }) => answers === file)?.reply ?? null);
}

function inboxLines({ files, waiting, receipt }: Synced["imports"], replies: readonly Answer[]): string[] {
  const lines = files.flatMap((one) => {
    const { file, report, error, moved } = one;
    const what = report || error ? fileLines({ ...one, reply: replyTo(one, replies) }) : [words.ownAnswer(file)];
    const again = report?.importedBefore ? [words.alreadyTaken] : [];
    return [...what, ...again, moved === null ? words.stays : words.moved(file, moved)];
  });
  const left = waiting.map(({ file, why }) => words.waiting(file, why));
  const taken = receipt.run === null ? [] : [changedLine(receipt), say.runNumber(receipt.run)];
  return [...(files.length + waiting.length === 0 ? [words.nothingNew] : []), ...lines, ...left, ...taken];
}

/** What the actions found is in 待办; here it is counted. */
function actionLines(receipt: Receipt): string[] {
  const { findings } = receipt.changes;
  const found = findings.length === 0 ? [] : [words.found(say.findingsTitle(findings))];
  const run = receipt.run === null ? [] : [say.runNumber(receipt.run)];
  return [words.actionsTitle(ALL_TITLE) + changedLine(receipt), ...found, ...run];
}

function changedLine({ changes }: Receipt): string {
  return say.changed(changes.cells.length, changes.rows.length, changes.blanked.length);
}
