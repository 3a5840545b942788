import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { NotInLoopback } from "../api-error";

type Color = sheets_v4.Schema$Color;
type Style = sheets_v4.Schema$ColorStyle;

/** `#rrggbb` as parts from 0 to 1; a part that is 0 is left out. */
export function colorOf(hex: string): Color {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts;
  return { ...(red > 0 ? { red } : {}), ...(green > 0 ? { green } : {}), ...(blue > 0 ? { blue } : {}) };
}

export function styleOf(hex: string): Style {
  return { rgbColor: colorOf(hex) };
}

export function hexOf(color: Color | null | undefined): string | undefined {
  if (!color) return undefined;
  const part = (value: number | null | undefined): string =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}

export function hexOfStyle(style: Style | null | undefined): string | undefined {
  if (style?.themeColor) throw new NotInLoopback("The loopback knows colours by their parts, not by theme.");
  return hexOf(style?.rgbColor);
}
