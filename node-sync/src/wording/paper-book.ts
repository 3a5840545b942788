/** What a printed sheet says beside the paper. */
export const footer = "&C第 &P 页　共 &N 页";
