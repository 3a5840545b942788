import { ALL_TITLE } from "../../../apps-script/domain/rules/actions";
import type { OutFile } from "../exchange/export/outbox";
import type { Answer } from "../exchange/sync/send-out";
import type { Synced } from "../exchange/sync/sync";
import type { TakenFile } from "../exchange/sync/take-in";
import type { Receipt } from "../perform";
import { earlierReply } from "../wording/half-way";
import { linesOf } from "../wording/plain-text";
import * as say from "../wording/report";
import * as words from "../wording/sync";
import type { Report } from "./command";
import { earlierLines, exportLines, fileJson, fileLines, isOpenFile, putAsideJson } from "./file-report";
import { beforehandJson, beforehandLines, findingLines, needsPerson, reportOf, runLines } from "./receipt";
import { titledFindings } from "./titled";

interface SyncReportTerms {
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
  const receipts = [imports.receipt, actions, exports.receipt];
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
        findings: titledFindings(exports.receipt.changes.findings),
        ...putAsideJson(exports),
      },
      earlier: exports.earlier,
      ...beforehandJson(...receipts),
    },
    text: linesOf([
      ...beforehandLines(...receipts),
      ...inboxLines(imports, replies),
      ...replies.filter(({ answers }) => !told.has(answers)).map(replyLine),
      ...(synced.actions.applied ? actionLines(actions) : []),
      ...(synced.exports.receipt.applied ? outboxLines(exports) : []),
      ...earlierLines(exports.earlier),
      ...(terms.dryRun ? [say.dryRun] : []),
      ...findingLines(exchanged),
    ]),
    needsPerson:
      imports.files.some((file) => isOpenFile(file) || file.moved === null) ||
      needsPerson([...exchanged, ...actions.changes.findings]),
    stopped: synced.stopped,
  };
}

function outboxLines(exports: Synced["exports"]): string[] {
  return exportLines({ ...exports, receipt: { ...exports.receipt, applied: true } });
}

function replyLine({ answers, reply, run }: Answer): string {
  return run === null ? words.replyLine(answers, reply) : earlierReply(answers, reply, run);
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
    return [...what, moved === null ? words.stays : words.moved(file, moved)];
  });
  const left = waiting.map(({ file, why }) => words.waiting(file, why));
  const taken = receipt.run === null ? [] : [changedLine(receipt), ...runLines(receipt)];
  return [...(files.length + waiting.length === 0 ? [words.nothingNew] : []), ...lines, ...left, ...taken];
}

/** What the actions found is in 待办; here it is counted. */
function actionLines(receipt: Receipt): string[] {
  const { findings } = receipt.changes;
  const found = findings.length === 0 ? [] : [words.found(say.findingsTitle(findings))];
  return [words.actionsTitle(ALL_TITLE) + changedLine(receipt), ...found, ...runLines(receipt)];
}

function changedLine({ changes }: Receipt): string {
  return say.changed(changes.cells.length, changes.rows.length, changes.blanked.length);
}
