import { basename, dirname } from "node:path";
import { oneLine } from "../wording/plain-text";
import * as say from "../wording/system";
import { type FileRefusal, FileRefused, systemCode } from "./refused";
import { isTemporaryName } from "./temporary-name";

type Kind = readonly [code: FileRefusal, say: (path: string) => string];

const UNREACHABLE: Kind = ["disk-fault", say.unreachable];

/** What the system says, by its code: https://nodejs.org/api/os.html#error-constants */
const KINDS: Readonly<Record<string, Kind>> = {
  ENOENT: ["not-found", say.notFound],
  EACCES: ["no-access", say.noAccess],
  EPERM: ["no-access", say.noAccess],
  EROFS: ["no-access", say.readOnly],
  EISDIR: ["is-folder", say.isFolder],
  ENOTDIR: ["not-folder", say.notFolder],
  ENOSPC: ["disk-full", say.diskFull],
  EDQUOT: ["disk-full", say.quotaFull],
  EFBIG: ["disk-full", say.fileTooBig],
  ENAMETOOLONG: ["name-too-long", say.nameTooLong],
  EMFILE: ["too-many-open", say.tooManyOpen],
  ENFILE: ["too-many-open", say.tooManyOpen],
  EIO: ["disk-fault", say.diskFault],
  EBUSY: ["busy", say.inUse],
  ETXTBSY: ["busy", say.inUse],
  ELOOP: ["not-found", say.circularLink],
  ENXIO: UNREACHABLE,
  ENODEV: UNREACHABLE,
  ESTALE: UNREACHABLE,
  ENOLINK: UNREACHABLE,
  ENOTCONN: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
};

/**
 * What the system refused, as a sentence; `null` when the error is none of the file system's. It names the file or folder that
 * was meant, never the temporary file beside it.
 *
 * @param meant what was read or written; taken from the error unless given
 */
export function systemRefusal(error: unknown, meant?: string): FileRefused | null {
  const kind = KINDS[systemCode(error) ?? ""];
  if (kind === undefined || error instanceof FileRefused) return null;
  const [code, sentence] = kind;
  return new FileRefused(code, sentence(oneLine(meant ?? placeIn(error as NodeJS.ErrnoException))), { cause: error });
}

/** Writes what `path` is to hold; what the system refuses meanwhile is said of `path`, unless something is not there. */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw systemCode(error) === "ENOENT" ? error : (systemRefusal(error, path) ?? error);
  }
}

function placeIn({ path, dest }: NodeJS.ErrnoException & { readonly dest?: string }): string {
  const places = [dest, path].filter((place): place is string => typeof place === "string" && place !== "");
  const [first] = places;
  return places.find((place) => !isTemporaryName(basename(place))) ?? (first === undefined ? "" : dirname(first));
}
