import { cutToBytes } from "../../../apps-script/domain/exchange/name-length";
import { TurnedAway } from "./turned-away";

/** A file's name with its ending, in bytes: what is put before and behind it by whoever writes beside it has room. */
const NAME_BYTES = 180;
/** What a system forbids in names, and characters that nobody sees. */
const FORBIDDEN = /[\\/:*?"<>|]|[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * The name of a file that a page sends, as a name in a folder of ours: only its last part, so that it leads nowhere else.
 *
 * @param header the name in percent-encoding, as headers hold no Chinese
 * @example uploadName("..%2F%E5%90%8D%E5%8D%95.xlsx") // "名单.xlsx"
 * @throws {TurnedAway} for no name
 */
export function uploadName(header: string | readonly string[] | undefined): string {
  const last = decoded(header).normalize("NFC").split(/[\\/]/u).at(-1) ?? "";
  const name = last.replace(FORBIDDEN, "_").trim();
  const [, stem = "", ending = ""] = /^(.*?)(\.[^.]{1,8})?$/su.exec(name) ?? [];
  if (stem.replace(/^\.+/u, "") === "") throw new TurnedAway("bad-call");
  return cutToBytes(stem.replace(/^[.~$]+/u, ""), NAME_BYTES) + ending;
}

function decoded(header: string | readonly string[] | undefined): string {
  if (typeof header !== "string") throw new TurnedAway("bad-call");
  try {
    return decodeURIComponent(header);
  } catch {
    throw new TurnedAway("bad-call");
  }
}
