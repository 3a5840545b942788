/** Milliseconds since 1970. Tests move it; nothing in the loopback looks at any other clock. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
}

/** Stands still until it is moved. */
export function standingClock(start = Date.now()): Clock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Runs with the machine's; moving it puts it ahead. */
export function runningClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}
