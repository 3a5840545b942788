import * as say from "./wording-google";

/**
 * Google's own exceptions have no code, only words, in the language of whoever is at the screen: English and both ways of
 * writing Chinese are known. With several accounts signed in to one browser, a page calls the script as another account
 * than the Sheet was opened with: https://issuetracker.google.com/issues/69270374
 */
const KINDS = {
  protected: { words: /protected (cell|range|sheet)|受保护|受保護/i, sentence: say.SOMETHING_PROTECTED },
  accounts: {
    words:
      /PERMISSION_DENIED|authori[sz]ation (is )?required|(do|does) not have (permission|access)|permissions? (are|is) not sufficient|access denied|授权|授權|权限|權限/i,
    sentence: say.OTHER_ACCOUNT,
  },
  cells: { words: /limit of 10,?000,?000 cells|10,?000,?000 个单元格/i, sentence: say.TOO_MANY_CELLS },
  quota: { words: /too many (times|simultaneous|concurrent)|quota|rate limit|次数过多|配额|配額/i, sentence: say.TOO_MANY_CALLS },
  time: { words: /maximum execution time|timed out|timeout|超时|超過|逾時|执行时间/i, sentence: say.TOO_LONG },
  trouble: {
    words: /server error|service (is )?unavailable|service error|Service \w+ failed|服务器错误|服务出错|伺服器/i,
    sentence: say.TROUBLE,
  },
} as const;

type GoogleSaid = keyof typeof KINDS;

/** What Google meant; null when it is nothing that Google is known to say. */
export function googleSaid(message: string): GoogleSaid | null {
  for (const [kind, { words }] of Object.entries(KINDS)) if (words.test(message)) return kind as GoogleSaid;
  return null;
}

export function sentenceFor(kind: GoogleSaid): string {
  return KINDS[kind].sentence;
}
