import { isNobodys, isRecent, isSettling, isUnfinishedName } from "../../../node-sync/src/files/readiness";

it.each([
  ["名册.xlsx", false, false],
  ["~$名册.xlsx", true, false],
  [".~lock.名册.xlsx#", true, false],
  [".名册.xlsx.anpei-01234567-1-01234567.tmp", true, true],
  ["Thumbs.db", true, false],
  ["名册.xlsx.tmp", false, true],
  ["名册.xlsx.part", false, true],
  ["未确认 12345.CRDOWNLOAD", false, true],
  ["部分.part.xlsx", false, false],
])("%s: nobody's %s, unfinished %s", (name, nobodys, unfinished) => {
  expect([isNobodys(name), isUnfinishedName(name)]).toEqual([nobodys, unfinished]);
});

it.each([
  ["now", 0, true, true],
  ["a second ago", 1_000, true, true],
  ["three seconds ago", 3_000, false, true],
  ["ten minutes ago", 600_000, false, false],
  ["by a clock that is ahead", -60_000, false, false],
])("a file changed %s", (_when, age, settling, recent) => {
  const seen = { size: 1, changedAt: 1_000_000_000 };
  expect([isSettling(seen, seen.changedAt + age), isRecent(seen, seen.changedAt + age)]).toEqual([settling, recent]);
});
