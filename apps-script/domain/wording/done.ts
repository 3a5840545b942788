/** The end of everything that reaches people by telephone or message. */
export const DONE = "如已办理请忽略。";
