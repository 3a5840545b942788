import { deflatedIn, markDeflated } from "../../domain/serving/deflated";

/** Browsers before 2023 can't: https://developer.mozilla.org/docs/Web/API/CompressionStream */
export const canDeflate = (): boolean => typeof CompressionStream === "function";

export async function deflate(text: string): Promise<string> {
  return markDeflated(base64Of(await through(new Blob([text]), new CompressionStream("gzip")).arrayBuffer()));
}

/** A text as it was before it was deflated, if it was. */
export async function inflate(text: string): Promise<string> {
  const base64 = deflatedIn(text);
  if (base64 === null) return text;
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  return through(new Blob([bytes]), new DecompressionStream("gzip")).text();
}

function through(blob: Blob, stream: CompressionStream | DecompressionStream): Response {
  return new Response(blob.stream().pipeThrough(stream));
}

/** As many bytes at a time as a call may have arguments. */
const BYTES_AT_ONCE = 0x8000;

function base64Of(buffer: ArrayBuffer): string {
  const parts: string[] = [];
  for (let at = 0; at < buffer.byteLength; at += BYTES_AT_ONCE) {
    parts.push(String.fromCharCode(...new Uint8Array(buffer.slice(at, at + BYTES_AT_ONCE))));
  }
  return btoa(parts.join(""));
}
