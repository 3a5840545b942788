import { DRIVE_METHODS } from "./drive/methods";
import type { Method } from "./router";
import { SCRIPT_METHODS } from "./script/methods";
import { SHEETS_METHODS } from "./sheets/methods";

/** Everything that is served. */
export const METHODS: readonly Method[] = [...SHEETS_METHODS, ...DRIVE_METHODS, ...SCRIPT_METHODS];
