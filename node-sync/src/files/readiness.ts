/** Names of markers and of files that no person put there. */
const NOBODYS = /^(?:\.|~\$|(?:thumbs\.db|desktop\.ini)$)/iu;

/** What browsers and sync programs call a file that is not there as a whole yet. */
const UNFINISHED = /\.(?:tmp|temp|part|partial|crdownload|download|downloading|filepart|opdownload)$/iu;

/** Whether a name is nobody's list: markers of open files, hidden files, what Windows keeps in folders. */
export function isNobodys(name: string): boolean {
  return NOBODYS.test(name);
}

export function isUnfinishedName(name: string): boolean {
  return UNFINISHED.test(name);
}

/** A file as a folder shows it; times in milliseconds. */
export interface SeenFile {
  readonly size: number;
  readonly changedAt: number;
}

/** A file changed so lately may still be written to. */
const SETTLES_AFTER = 3_000;
const RECENT = 10 * 60_000;

/** A time ahead of the clock says nothing: another PC's clock is wrong. */
function changedWithin({ changedAt }: SeenFile, span: number, now: number): boolean {
  return changedAt <= now && now - changedAt < span;
}

export function isSettling(seen: SeenFile, now: number): boolean {
  return changedWithin(seen, SETTLES_AFTER, now);
}

export function isRecent(seen: SeenFile, now: number): boolean {
  return changedWithin(seen, RECENT, now);
}
