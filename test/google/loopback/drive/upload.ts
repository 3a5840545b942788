import { DriveError, NotInLoopback } from "../api-error";
import type { Call } from "../network/call";
import { jsonOf } from "../router";

/** What came with a request for a file: its metadata, and its bytes if there are any. */
export interface Upload {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly media: { readonly type: string; readonly bytes: Buffer } | null;
}

/** https://developers.google.com/workspace/drive/api/guides/manage-uploads */
export function uploadOf({ path, query, headers, body }: Call): Upload {
  if (!path.startsWith("/upload/")) return { metadata: record(jsonOf(body)), media: null };
  const type = headers["content-type"] ?? "application/octet-stream";
  switch (query.get("uploadType")) {
    case "media":
      return { metadata: {}, media: { type, bytes: body } };
    case "multipart":
      return related(type, body);
    default:
      throw new NotInLoopback(`The loopback takes no uploads of the type ${query.get("uploadType")}.`);
  }
}

/** Metadata first, then the bytes: https://www.rfc-editor.org/rfc/rfc2387 */
function related(type: string, body: Buffer): Upload {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(type) ?? [];
  const [metadata, media, ...more] = partsOf(body, `--${quoted ?? plain ?? ""}`);
  if (!metadata || !media || more.length > 0) throw new DriveError("INVALID_ARGUMENT", "badContent", "Malformed multipart body.");
  return { metadata: record(jsonOf(metadata.bytes)), media };
}

interface Part {
  readonly type: string;
  readonly bytes: Buffer;
}

function partsOf(body: Buffer, line: string): Part[] {
  const parts: Part[] = [];
  let start = body.indexOf(line);
  while (start >= 0) {
    const end = body.indexOf(`\r\n${line}`, start + line.length);
    if (end < 0) break;
    const part = body.subarray(start + line.length + 2, end);
    const gap = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, gap).toString();
    const type = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? "application/octet-stream";
    parts.push({ type, bytes: part.subarray(gap + 4) });
    start = end + 2;
  }
  return parts;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
