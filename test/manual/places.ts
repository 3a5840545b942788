import { resolve } from "node:path";

/** Where the manual's pictures lie, and what the page said when they were taken. */
export const PICTURES = resolve(__dirname, "../../.github/images/manual");
export const SAID = resolve(PICTURES, "said.json");
