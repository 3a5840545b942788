/** A text of up to so many units goes as it is between a page and its script. */
export const PLAIN_UP_TO = 4_000_000;

/** No JSON begins like this. */
const MARK = "gzip:";

/** A longer one goes as gzip (RFC 1952) in base64. */
export const markDeflated = (base64: string): string => `${MARK}${base64}`;

/** The base64 of a text that came deflated; null for one that came as it is. */
export const deflatedIn = (text: string): string | null => (text.startsWith(MARK) ? text.slice(MARK.length) : null);
