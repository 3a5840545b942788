import { randomBytes } from "node:crypto";
import type { FreshKey } from "../../apps-script/domain/operations/keying";

/** A name for a workbook and a secret of 256 bits, as text that every program keeps. */
export const freshKey: FreshKey = () => ({ workbook: randomBytes(6).toString("hex"), secret: randomBytes(32).toString("hex") });
