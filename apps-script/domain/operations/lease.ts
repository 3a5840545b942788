/**
 * One writer at a time on a Google Sheet: whoever writes holds the tab `_锁`. Adding a tab whose title exists fails, so only
 * one of two can have it; its first cell says who holds it and until when. The menu and the command line both keep to it.
 */
export const LEASE_TITLE = "_锁";

export interface LeaseNote {
  readonly by: "菜单" | "命令行";
  /** Tells this holder from every other one. */
  readonly token: string;
  /** Who is at it, for the one who has to wait. */
  readonly who: string;
  /** A moment in milliseconds: from then on the holder is taken for dead. */
  readonly until: number;
}

/** A script of Google's ends after six minutes: https://developers.google.com/apps-script/guides/services/quotas */
export const MENU_LEASE = 7 * 60_000;

export function leaseText(note: LeaseNote): string {
  return JSON.stringify(note);
}

/** What the first cell says; null for an empty or foreign one. The menu needs a moment between tab and cell. */
export function readLease(text: unknown): LeaseNote | null {
  try {
    const note = JSON.parse(String(text)) as Partial<LeaseNote> | null;
    const isNote = typeof note?.token === "string" && typeof note.until === "number" && typeof note.who === "string";
    return isNote && (note.by === "菜单" || note.by === "命令行") ? (note as LeaseNote) : null;
  } catch {
    return null;
  }
}
