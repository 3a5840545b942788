/** What staff tick on the page to have a whole file taken that stopped with a question. */
export const TAKE_ANYWAY = "仍要读入";

/** What to do once the unit says that the file is right. */
export const takeAnyway = `确认无误的，选“${TAKE_ANYWAY}”再读入一次（用命令的加 --force）。`;
