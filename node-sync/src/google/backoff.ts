/** What may be tried again: `always` was surely not done; `idempotent` may have been done, and doing it again is no harm. */
export type Trouble = "always" | "idempotent" | "never";

export interface BackoffTerms {
  readonly isIdempotent: boolean;
  /** Milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly onWait?: (milliseconds: number, error: unknown) => void;
}

/** Google's quota of a minute is full again after a minute: these waits together outlast it. */
const TRIES = 7;
const LONGEST_WAIT = 64_000;

/**
 * Truncated exponential backoff with jitter, as Google asks for:
 * https://developers.google.com/workspace/sheets/api/limits#exponential. A `Retry-After` is waited out in any case.
 */
export async function withBackoff<T>(call: () => Promise<T>, tell: (error: unknown) => Failure, terms: BackoffTerms): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await call();
    } catch (error) {
      const { trouble, retryAfter } = tell(error);
      const isWorthIt = trouble === "always" || (trouble === "idempotent" && terms.isIdempotent);
      if (!isWorthIt || tried === TRIES) throw error;
      const milliseconds = Math.max(waitBefore(tried, terms.random()), (retryAfter ?? 0) * 1000);
      terms.onWait?.(milliseconds, error);
      await terms.wait(milliseconds);
    }
  }
}

export interface Failure {
  readonly trouble: Trouble;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Milliseconds before the next try, after so many: 1, 2, 4 … seconds and up to one more. */
export function waitBefore(tried: number, random: number): number {
  return Math.min(1000 * 2 ** (tried - 1) + Math.floor(random * 1000), LONGEST_WAIT);
}
