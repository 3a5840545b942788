import { deflatedIn, markDeflated } from "../../domain/serving/deflated";

/** https://developers.google.com/apps-script/reference/utilities/utilities#gzipblob */
export function deflate(text: string): string {
  return markDeflated(Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes()));
}

/** A text as it was before it was deflated, if it was. */
export function inflate(text: string): string {
  const base64 = deflatedIn(text);
  if (base64 === null) return text;
  return Utilities.ungzip(Utilities.newBlob(Utilities.base64Decode(base64), "application/x-gzip")).getDataAsString();
}
