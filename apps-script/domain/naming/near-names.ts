/** So many that a person can look at. */
const SHOWN = 5;

/** Those whose form is one slip away (a character more, less, another, or two changed places), in their order. */
export function nearOnes<T>(written: string, all: readonly T[], formsOf: (one: T) => readonly string[]): readonly T[] {
  const near: T[] = [];
  for (const one of all) {
    if (near.length === SHOWN) break;
    if (formsOf(one).some((form) => isOneSlip(written, form))) near.push(one);
  }
  return near;
}

function isOneSlip(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (Math.min(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [restA, restB] = [a.length - start - end, b.length - start - end];
  if (restA <= 1 && restB <= 1) return restA + restB > 0;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
