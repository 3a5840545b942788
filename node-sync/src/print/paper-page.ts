import { element } from "../../../apps-script/domain/drawing/element";
import { escaped, htmlText } from "../../../apps-script/domain/drawing/html-text";
import { paperElement } from "../../../apps-script/domain/drawing/paper";
import { PAPER_STYLE } from "../../../apps-script/domain/drawing/style";
import type { Paper } from "../../../apps-script/domain/views/papers/paper";
import * as say from "../../../apps-script/domain/wording/drawn-paper";

/** What stands above the paper on the screen is not printed. */
const SCREEN_STYLE = `@media screen {
  body { margin: 0; padding: 6mm; background: #ddd; }
  .above { max-width: 273mm; margin: 0 auto 4mm; font: 11pt / 1.5 sans-serif; }
  .paper { margin: 0 auto; padding: 12mm; }
  .paper-portrait { width: 210mm; }
  .paper-landscape { width: 297mm; }
  .paper-part + .paper-part { margin-top: 10mm; padding-top: 10mm; border-top: 1px dashed #888; }
}
@media print {
  body { margin: 0; }
  .above { display: none; }
}
`;

/** A paper as one .html file that any browser prints: it needs no other file, no network and no program. */
export function paperPage(paper: Paper, isSecret: boolean): string {
  const above = [
    say.howToPrint,
    ...(isSecret ? [say.secretPaper] : []),
    ...(paper.leftOut.length > 0 ? [say.leftOut(paper.leftOut)] : []),
  ];
  const head = `<meta charset="utf-8"><title>${escaped(paper.name)}</title><style>${PAPER_STYLE}${SCREEN_STYLE}</style>`;
  const notes = element(
    "aside",
    { class: "above" },
    above.map((sentence) => element("p", {}, [sentence])),
  );
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head>${head}</head><body>${htmlText(notes)}${htmlText(paperElement(paper))}</body></html>\n`;
}
