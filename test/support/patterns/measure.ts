import { type Attack, textOfAttack } from "./attacks";

/** Milliseconds that a pattern, or a function that foreign text meets, may take on the longest text. */
const ALLOWED = 5;

/** What took too long, and for how long. */
export interface Slow {
  readonly milliseconds: number;
  readonly attack: Attack;
}

/** What is worth a look at full length: a text of a tenth of it takes a linear pattern less. */
const WORTH_A_LOOK = 0.3;
/** Close together, so that a pattern that doubles with every character is found before it takes for ever. */
const FIRST_REPEATS = [12, 16, 20, 24];
const RUNS = 5;
/** A few milliseconds may be the machine's, which has other things to do: then it is asked until it has a quiet moment. */
const MORE_RUNS = 60;
const NEARLY = 50;
/** A pattern that looks at every character once, and the milliseconds that this takes where it is compiled. */
const YARDSTICK = { letters: "[^\\p{L}\\p{M}]", length: 32_767, usual: 1.5 };

/**
 * The first of the texts on which the work takes too long. Short ones go first, since a pattern may need the age of the
 * universe for a long one. The best of several runs counts, so that a busy machine breaks nothing.
 */
export function slowOn(
  work: (text: string) => unknown,
  attacks: readonly Attack[],
  longest: number,
  allowed = ALLOWED,
): Slow | null {
  for (const attack of attacks) {
    const tenth = Math.floor(longest / 10);
    const around = attack.head.length + attack.tail.length;
    for (const length of [...FIRST_REPEATS.map((count) => around + count * attack.unit.length), tenth, longest]) {
      const text = textOfAttack(attack, length);
      const milliseconds = bestOf(work, text, length < longest ? WORTH_A_LOOK : allowed);
      if (milliseconds > allowed && milliseconds > allowed * slowness()) return { milliseconds, attack };
      if (length === tenth && milliseconds < WORTH_A_LOOK) break;
    }
  }
  return null;
}

/**
 * How much slower patterns are here and now than they usually are, one at the least: the engine may leave them in its
 * interpreter, which takes three times as long, and machines differ. Asked side by side with what seems slow.
 */
function slowness(): number {
  const { letters, length, usual } = YARDSTICK;
  const pattern = new RegExp(letters, "u");
  return Math.max(1, bestOf((text) => pattern.exec(text), "中".repeat(length), usual) / usual);
}

/** A machine that does other things meanwhile takes none of it. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function bestOf(work: (text: string) => unknown, text: string, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; best > enough && run < (best < NEARLY ? MORE_RUNS : RUNS); run++) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    work(text);
    best = Math.min(best, performance.now() - start, processorTime(used));
    if (best > 1000) break;
  }
  return best;
}
