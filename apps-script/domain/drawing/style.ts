import { PAPER_MARGIN } from "../views/papers/paper";
import { pageNumber } from "../wording/drawn-paper";

const LINE = "0.3mm solid #000";
const CUT = "0.35mm dashed #000";
const TEXT_FONTS = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimSun, SimSun-ExtB, sans-serif';
/** Types in which a zero has a stroke or a dot, and 1, l and I are three things. */
const CODE_FONTS = 'Consolas, Menlo, "Source Code Pro", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace';

const page = (look: string): string => `@page paper-${look} {
  size: A4 ${look};
  margin: ${PAPER_MARGIN}mm ${PAPER_MARGIN}mm ${PAPER_MARGIN + 3}mm;
  @bottom-center { content: ${pageNumber}; font: 9pt ${TEXT_FONTS}; color: #000; }
}
.paper-${look} { page: paper-${look}; }
`;

/**
 * How papers look: black on white. Every cell draws its right and lower border alone, and the first of a line its left one too:
 * borders that are shared are cut off at the edge of a page. So is the right border of a table as wide as the page, whose width in
 * pixels is no whole number.
 */
export const PAPER_STYLE = `${page("portrait")}${page("landscape")}
.paper { color: #000; background: #fff; font: 10.5pt / 1.35 ${TEXT_FONTS}; overflow-wrap: anywhere; }
.paper * { box-sizing: border-box; }
.paper-part + .paper-part { break-before: page; }
.paper h1 { margin: 0 0 2mm; font-size: 16pt; line-height: 1.3; font-weight: bold; text-align: center; }
.paper-facts { display: flex; flex-wrap: wrap; align-items: baseline; gap: 1mm 8mm; margin: 0 0 2mm; font-weight: normal; text-align: left; }
.paper-fact { display: flex; align-items: baseline; min-width: 0; break-inside: avoid; }
.paper-label { flex: none; }
.paper-line { flex: 1 0 30mm; min-width: 0; height: 1.4em; border-bottom: ${LINE}; }
.paper-value { min-width: 0; }
.paper-across-1, .paper-across-2, .paper-across-3 { display: grid; grid-template-columns: 1fr; }
.paper-across-2 { grid-template-columns: 1fr 1fr; }
.paper-across-3 { grid-template-columns: 1fr 1fr 1fr; }
.paper-facts.paper-across-1, .paper-facts.paper-across-2, .paper-facts.paper-across-3 { gap: 3mm 8mm; margin: 4mm 0 2mm; }
.paper-across-2 .paper-line, .paper-across-3 .paper-line { flex-basis: 10mm; }
.paper-end { break-inside: avoid; }
.paper-table { width: calc(100% - 0.5mm); margin: 0 0 3mm; table-layout: fixed; border-collapse: separate; border-spacing: 0; }
.paper-table thead { display: table-header-group; }
.paper-table tr { break-inside: avoid; }
.paper-table th, .paper-table td { padding: 0.6mm 1mm; border: 0 solid #000; border-width: 0 0.3mm 0.3mm 0; font-size: 10pt; line-height: 1.25; vertical-align: middle; white-space: normal; text-wrap: balance; }
.paper-table .paper-heading { padding: 1.2mm 0.6mm; font-weight: bold; text-align: center; }
.paper-table .paper-top { border-top-width: 0.3mm; }
.paper-table .paper-whole { padding: 0; border-width: 0; font-size: inherit; font-weight: normal; }
.paper-table .paper-first { border-left-width: 0.3mm; }
.paper-table .paper-left { text-align: left; }
.paper-table .paper-center { text-align: center; }
.paper-table .paper-right { text-align: right; font-variant-numeric: tabular-nums; }
.paper-table .paper-last { break-inside: avoid; }
.paper-table .paper-total td { font-weight: bold; border-top-width: 0.5mm; }
.paper .paper-code { font-family: ${CODE_FONTS}; font-size: 12pt; letter-spacing: 0.06em; }
.paper-text p { margin: 0 0 2mm; line-height: 1.6; white-space: pre-wrap; orphans: 2; widows: 2; }
.paper-slips { border-top: ${CUT}; }
.paper-slip-row { border-bottom: ${CUT}; break-inside: avoid; }
.paper-slip { min-width: 0; padding: 4mm 6mm; }
.paper-slip + .paper-slip { border-left: ${CUT}; }
.paper-slip h2 { margin: 0 0 2mm; font-size: 12pt; font-weight: bold; }
.paper-slip .paper-fact { margin: 0 0 1mm; }
.paper .paper-note { margin: 2mm 0 0; font-size: 8.5pt; }
`;
