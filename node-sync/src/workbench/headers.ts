/**
 * What every answer says. Nothing but our own files runs or is shown, no other page may frame, read or keep an answer, and no
 * address is told to anybody. There is no CORS header anywhere: other origins read nothing.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** For what a page asks for now. */
export const NOT_KEPT = { "Cache-Control": "no-store" };

/** For a file whose name changes with what is in it. */
export const KEPT_FOREVER = { "Cache-Control": "private, max-age=31536000, immutable" };
