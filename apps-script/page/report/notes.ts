import type { Finding } from "../../domain/changes/finding";
import type { Kept } from "../../domain/changes/undo";
import { maskText } from "../../domain/people/masks";
import * as say from "../wording/report";
import type { NoteList } from "./view";

/** So many are in sight; the others are folded away. */
const NOTES_SHOWN = 20;
/** Whom an operation left out is told nowhere else. */
const OWN_NOTES_SHOWN = 200;
/** So many come to the page. */
const NOTES_TOLD = 400;

/** What a person has to see to, and what else was found. */
export interface Findings {
  readonly needs: NoteList | null;
  readonly findings: NoteList | null;
}

/** The first of each; more of what a form's operation found. */
export function findingsOf(all: readonly Finding[], isOfForm: boolean): Findings {
  const shown = isOfForm ? OWN_NOTES_SHOWN : NOTES_SHOWN;
  const blocking = all.filter(({ severity }) => severity === "阻断");
  const others = all.filter(({ severity }) => severity !== "阻断");
  return {
    needs: notesOf(say.needsPersonTitle(blocking.length), blocking, shown),
    findings: notesOf(findingsTitle(all), others, shown),
  };
}

function findingsTitle(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return say.findingsTitle(findings.length, count("阻断"), count("警告"), count("提示"));
}

function notesOf(title: string, findings: readonly Finding[], shown: number): NoteList | null {
  if (findings.length === 0) return null;
  const notes = findings.slice(0, NOTES_TOLD).map(({ severity, message, suggestion }) => ({ severity, message, suggestion }));
  return { title, notes, shown, more: findings.length - notes.length };
}

/** A kept cell's sentence quotes what it holds now: ids and phones are masked, as in findings. */
export function keptNotes(kept: readonly Kept[]): NoteList | null {
  if (kept.length === 0) return null;
  const notes = kept.slice(0, NOTES_TOLD).map(({ message }) => ({ severity: "", message: maskText(message), suggestion: "" }));
  return { title: say.keptTitle(kept.length), notes, shown: NOTES_SHOWN, more: kept.length - notes.length };
}
