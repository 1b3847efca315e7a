/** A chart of columns beside each other, as the two parts that a sheet leads to. */
import { areaToA1 } from '../core/sheet/cellRef';
import type { OwnChart } from '../port/ownBook';
import { relationshipNamespace, xmlHead } from './sheetXml';
import { escapeXml } from './xml';

const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/';
const chartNamespace = `${drawingNamespace}chart`;

/** Columns and rows that it covers. */
const covered = { columns: 7, rows: 14 };

/** Where the chart stands on its sheet; the chart is the drawing's "rId1". */
export function drawingXml({ at, description, title }: OwnChart): string {
  const corner = (column: number, row: number): string =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return (
    `${xmlHead}<xdr:wsDr xmlns:xdr="${drawingNamespace}spreadsheetDrawing" xmlns:a="${drawingNamespace}main">` +
    `<xdr:twoCellAnchor><xdr:from>${corner(at.column, at.row)}</xdr:from>` +
    `<xdr:to>${corner(at.column + covered.columns, at.row + covered.rows)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escapeXml(title)}" descr="${escapeXml(description)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" ` +
    `xmlns:r="${relationshipNamespace}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>` +
    '<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
  );
}

/** Blue and orange, told apart in grey too. */
const colors = ['2F5597', 'F4B183'];

/** The axes by their numbers: what is counted, and how often. */
const [labelAxis, figureAxis] = [1, 2];

/** The chart over the cells of a sheet, with what stands in them for programs that do not calculate. */
export function chartXml(sheet: string, { labels, rows, series, title }: OwnChart): string {
  const area = (column: number, first: number, last: number): string => {
    const fixed = areaToA1({ top: first, left: column, bottom: last, right: column }).replace(
      /([A-Z]+)(\d+)/g,
      '$$$1$$$2',
    );
    return `<c:f>${escapeXml(`${sheet}!${fixed}`)}</c:f>`;
  };
  const points = (values: readonly (string | number)[]): string =>
    `<c:ptCount val="${values.length}"/>` +
    values.map((value, place) => `<c:pt idx="${place}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`).join('');
  const texts = (column: number, first: number, last: number, values: readonly string[]): string =>
    `<c:strRef>${area(column, first, last)}<c:strCache>${points(values)}</c:strCache></c:strRef>`;
  const columns = series.map(
    ({ column, figures, title: name }, place) =>
      `<c:ser><c:idx val="${place}"/><c:order val="${place}"/>` +
      `<c:tx>${texts(column, rows.first - 1, rows.first - 1, [name])}</c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${colors[place % colors.length] ?? ''}"/></a:solidFill></c:spPr>` +
      `<c:invertIfNegative val="0"/><c:cat>${texts(labels.column, rows.first, rows.last, labels.texts)}</c:cat>` +
      `<c:val><c:numRef>${area(column, rows.first, rows.last)}<c:numCache><c:formatCode>0</c:formatCode>` +
      `${points(figures)}</c:numCache></c:numRef></c:val></c:ser>`,
  );
  const axis = (own: number, other: number, position: string, middle: string): string =>
    `<c:axId val="${own}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${position}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:crossAx val="${other}"/><c:crosses val="autoZero"/>${middle}`;
  return (
    `${xmlHead}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}main">` +
    '<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="1400"/>' +
    `<a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>' +
    `<c:varyColors val="0"/>${columns.join('')}<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/>` +
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:gapWidth val="80"/><c:axId val="${labelAxis}"/><c:axId val="${figureAxis}"/></c:barChart>` +
    `<c:catAx>${axis(labelAxis, figureAxis, 'b', '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>')}</c:catAx>` +
    `<c:valAx>${axis(figureAxis, labelAxis, 'l', '<c:crossBetween val="between"/>')}</c:valAx></c:plotArea>` +
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>' +
    '<c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}
