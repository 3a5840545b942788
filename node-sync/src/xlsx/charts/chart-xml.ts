import { columnLetters } from "../patch/a1";
import { escapeXml } from "../patch/xml-scan";
import type { SheetChart, SheetSeries } from "./sheet-chart";

/**
 * The part of a chart (ECMA-376 part 1, 21.2): bars with patterns, so that they are told apart in black and white, and dashes
 * without a line for a limit. What its cells hold is filled in by `withCaches`.
 */
export function chartXml(chart: SheetChart, sheet: string): string {
  const { title, bars, series, mark } = chart;
  const isLying = bars === "rows";
  const hasLabels = series.length === 1;
  const ref = (column: number): string => {
    const letters = columnLetters(column);
    return escapeXml(`'${sheet.replaceAll("'", "''")}'!$${letters}$${chart.first}:$${letters}$${chart.last}`);
  };
  const categories = `<c:cat><c:strRef><c:f>${ref(chart.categories)}</c:f></c:strRef></c:cat>`;
  const values = ({ column }: SheetSeries): string => `<c:val><c:numRef><c:f>${ref(column)}</c:f></c:numRef></c:val>`;
  const head = ({ name }: SheetSeries, index: number): string =>
    `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`;
  const drawn = series.map(
    (one, index) =>
      `<c:ser>${head(one, index)}<c:spPr>${fillOf(one)}${OUTLINE}</c:spPr><c:invertIfNegative val="0"/>${hasLabels ? LABELS : ""}${categories}${values(one)}</c:ser>`,
  );
  const grouping = bars === "stacked" ? "stacked" : "clustered";
  const overlap = bars === "stacked" ? '<c:overlap val="100"/>' : "";
  const marks = mark
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser>${head(mark, series.length)}<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>${dashOf(mark)}${categories}${values(mark)}<c:smooth val="0"/></c:ser><c:marker val="1"/>${AXES}</c:lineChart>`
    : "";
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:roundedCorners val="0"/><c:chart>',
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1300" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1300" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="${isLying ? "bar" : "col"}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${drawn.join("")}<c:gapWidth val="50"/>${overlap}${AXES}</c:barChart>`,
    marks,
    categoryAxis(isLying),
    valueAxis(isLying, hasLabels),
    "</c:plotArea>",
    hasLabels ? "" : '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill></a:ln></c:spPr>',
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>',
    "</c:chartSpace>",
  ].join("");
}

const AXES = '<c:axId val="111111111"/><c:axId val="222222222"/>';
const OUTLINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln>';
/** Numbers on the bars; nothing is written on what is not there. */
const LABELS =
  '<c:dLbls><c:numFmt formatCode="#,##0;-#,##0;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

function fillOf({ colour, pattern }: SheetSeries): string {
  const solid = `<a:srgbClr val="${colour}"/>`;
  if (pattern === undefined) return `<a:solidFill>${solid}</a:solidFill>`;
  return `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="404040"/></a:fgClr><a:bgClr>${solid}</a:bgClr></a:pattFill>`;
}

function dashOf({ colour }: SheetSeries): string {
  const solid = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  return `<c:marker><c:symbol val="dash"/><c:size val="12"/><c:spPr>${solid}<a:ln w="9525">${solid}</a:ln></c:spPr></c:marker>`;
}

function categoryAxis(isLying: boolean): string {
  return [
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${isLying ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isLying ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join("");
}

/** Where the numbers stand on the bars, an axis says nothing more. */
function valueAxis(isLying: boolean, isHidden: boolean): string {
  const grid = isHidden
    ? ""
    : '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return [
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${isHidden ? 1 : 0}"/>`,
    `<c:axPos val="${isLying ? "b" : "l"}"/>${grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`,
    '<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>',
  ].join("");
}
