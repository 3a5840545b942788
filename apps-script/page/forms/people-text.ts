import { rowWith } from "../../domain/snapshot/by-key";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { choiceName } from "../wording/report";

/** Signs that part what is written of a person: a name that holds one is not read back as a name. */
const PARTING = /[\s()（）+/、,，;；~]/u;

/** People as they stand in a field: 钱秀英（B2024-00039）, which is read as the number and checked by the name. */
export function peopleText({ roster }: Pick<Snapshot, "roster">, keys: readonly string[]): string[] {
  return keys.map((key) => {
    const name = rowWith(roster, key)?.name ?? "";
    return name === "" || PARTING.test(name) ? key : choiceName(name, key);
  });
}
