import * as say from "../wording/workbench";

/** Why the local server does not do what it is asked for, with the status of the answer. */
const STATUSES = {
  "bad-host": 421,
  "other-origin": 403,
  "old-browser": 403,
  "no-cookie": 401,
  "used-start": 401,
  "no-key": 403,
  "no-method": 405,
  "nothing-there": 404,
  "bad-call": 400,
  "upload-gone": 410,
  "file-gone": 410,
  "too-large": 413,
  "too-many": 429,
  closing: 503,
} as const;

type AwayCode = keyof typeof STATUSES;

export class TurnedAway extends Error {
  override readonly name = "TurnedAway";
  readonly status: number;

  constructor(
    readonly code: AwayCode,
    message: string = say.turnedAway[code],
  ) {
    super(message);
    this.status = STATUSES[code];
  }
}
