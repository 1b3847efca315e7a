/** Workbooks of our own, row by row: only what is packed is kept, so that the memory they take does not grow with their text. */
import { areaToA1, columnLetters, toA1 } from '../core/sheet/cellRef';
import type { OwnBook, OwnBookFrame, OwnBookSheet, OwnLook } from '../port/ownBook';
import { chartXml, drawingXml } from './columnChart';
import { propertyPart } from './customProperties';
import { archiveOf, type PackedPart, type Packer, PackedText } from './packedText';
import { type PartKind, relationshipsXml, typesXml } from './packageXml';
import {
  cellXml,
  columnsXml,
  filterXml,
  frozenXml,
  pageSetUp,
  relationshipNamespace,
  spreadsheetNamespace,
  xmlHead,
} from './sheetXml';
import { stylesXml } from './stylesXml';
import { escapeXml } from './xml';

/** What cells without a look of their own look like. */
const plainLook: OwnLook = { format: 'General', size: 11, isBold: false, frame: null, fill: null, alignment: null };

/** The places of looks among the styles. */
class Looks {
  private readonly places = new Map<OwnLook, number>([[plainLook, 0]]);

  placeOf(look: OwnLook): number {
    const place = this.places.get(look) ?? this.places.size;
    this.places.set(look, place);
    return place;
  }

  xml(): string {
    return stylesXml([...this.places.keys()]);
  }
}

/** A part beside the sheets, by its kind. */
type Part = readonly [kind: PartKind, part: PackedPart];

/** Makes a part of a text. */
type MakePart = (name: string, text: string) => PackedPart;

/** A sheet while it is filled, and as parts when it is closed. */
class Sheet implements OwnBookSheet {
  private readonly text: PackedText;
  private readonly letters: string[] = [];
  private rows = 0;
  private frame: OwnBookFrame | null = null;

  constructor(
    readonly name: string,
    private readonly number: number,
    private readonly looks: Looks,
    packer: Packer,
    private readonly makePart: MakePart,
  ) {
    this.text = new PackedText(packer);
  }

  add(cells: Parameters<OwnBookSheet['add']>[0]): void {
    this.rows += 1;
    let row = `<row r="${this.rows}">`;
    cells.forEach(({ formula, look, value }, column) => {
      this.letters[column] ??= columnLetters(column);
      row += cellXml(`${this.letters[column]}${this.rows}`, this.looks.placeOf(look), value, formula);
    });
    this.text.add(`${row}</row>`);
  }

  close(frame: OwnBookFrame): void {
    this.frame = frame;
  }

  /** @throws Error where it was not closed. */
  private closed(): OwnBookFrame {
    if (!this.frame) throw new Error(`sheet ${this.name} was not closed`);
    return this.frame;
  }

  /** The area that the filter is about. */
  private filtered(): Parameters<typeof filterXml>[0] {
    const { columnWidths, headerRow, lastRow } = this.closed();
    return { top: headerRow, left: 0, bottom: lastRow, right: columnWidths.length - 1 };
  }

  /** Names of the workbook that belong to this sheet: what its filter is about, and what is printed on every page. */
  namesXml(): string {
    const fixed = areaToA1(this.filtered()).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const row = this.closed().headerRow + 1;
    const place = this.number - 1;
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">${escapeXml(`${this.name}!${fixed}`)}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${escapeXml(`${this.name}!$${row}:$${row}`)}</definedName>`
    );
  }

  get hasChart(): boolean {
    return this.closed().chart !== undefined;
  }

  /** The sheet, and its chart under that number. */
  parts(chartNumber: number): readonly Part[] {
    const { chart, columnWidths, headerRow, links = [] } = this.closed();
    const { number } = this;
    const linked = links.map(
      ({ from, sheet, to }) => `<hyperlink ref="${toA1(from)}" location="${escapeXml(`${sheet}!${toA1(to)}`)}"/>`,
    );
    const before =
      `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}">${pageSetUp.head}` +
      frozenXml(headerRow + 1, number === 1) +
      `${columnsXml(columnWidths.map((width) => ({ width })))}<sheetData>`;
    const after =
      `</sheetData>${filterXml(this.filtered())}` +
      (linked.length === 0 ? '' : `<hyperlinks>${linked.join('')}</hyperlinks>`) +
      `${pageSetUp.foot}${chart ? '<drawing r:id="rId1"/>' : ''}</worksheet>`;
    const worksheet: Part = ['worksheet', this.text.part(`xl/worksheets/sheet${number}.xml`, before, after)];
    return chart ? [worksheet, ...this.chartParts(chart, chartNumber)] : [worksheet];
  }

  private chartParts(chart: NonNullable<OwnBookFrame['chart']>, number: number): readonly Part[] {
    return [
      ['drawing', this.makePart(`xl/drawings/drawing${number}.xml`, drawingXml(chart))],
      ['chart', this.makePart(`xl/charts/chart${number}.xml`, chartXml(this.name, chart))],
    ];
  }

  /** What its parts lead to. */
  relationshipParts(chartNumber: number): readonly PackedPart[] {
    if (!this.hasChart) return [];
    return [
      this.makePart(
        `xl/worksheets/_rels/sheet${this.number}.xml.rels`,
        relationshipsXml([['drawing', `../drawings/drawing${chartNumber}.xml`]]),
      ),
      this.makePart(
        `xl/drawings/_rels/drawing${chartNumber}.xml.rels`,
        relationshipsXml([['chart', `../charts/chart${chartNumber}.xml`]]),
      ),
    ];
  }
}

/** Every figure is calculated anew on opening, whatever is stored beside its formula. */
function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, place) => `<sheet name="${escapeXml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  return (
    `${xmlHead}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}"><workbookPr/>` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets>` +
    `<definedNames>${sheets.map((sheet) => sheet.namesXml()).join('')}</definedNames><calcPr fullCalcOnLoad="1"/></workbook>`
  );
}

/** The part that keeps a text under a key; none where there is none. */
function keptParts(kept: { readonly key: string; readonly text: string } | null, makePart: MakePart): readonly Part[] {
  if (!kept) return [];
  const { name, xml } = propertyPart(kept.key, kept.text);
  return [['custom-properties', makePart(name, xml)]];
}

/** A workbook without sheets yet. */
export function createOwnBook(packer: Packer): OwnBook {
  const makePart: MakePart = (name, text) => new PackedText(packer).part(name, '', text);
  const sheets: Sheet[] = [];
  const looks = new Looks();
  return {
    sheet(name) {
      const sheet = new Sheet(name, sheets.length + 1, looks, packer, makePart);
      sheets.push(sheet);
      return sheet;
    },
    *bytes(kept) {
      const charts = sheets.filter(({ hasChart }) => hasChart);
      const chartNumber = (sheet: Sheet): number => charts.indexOf(sheet) + 1;
      const inWorkbook: readonly Part[] = [
        ['officeDocument', makePart('xl/workbook.xml', workbookXml(sheets))],
        ['styles', makePart('xl/styles.xml', looks.xml())],
        ...sheets.flatMap((sheet) => sheet.parts(chartNumber(sheet))),
      ];
      const links = makePart(
        'xl/_rels/workbook.xml.rels',
        relationshipsXml([
          ...sheets.map((_sheet, place): [PartKind, string] => ['worksheet', `worksheets/sheet${place + 1}.xml`]),
          ['styles', 'styles.xml'],
        ]),
      );
      const content = [
        ...inWorkbook.map(([, part]) => part),
        links,
        ...sheets.flatMap((sheet) => sheet.relationshipParts(chartNumber(sheet))),
      ];
      const properties = keptParts(kept?.(content) ?? null, makePart);
      const listed = [...inWorkbook, ...properties].map(([kind, { name }]): [string, PartKind] => [name, kind]);
      yield* archiveOf([
        makePart('[Content_Types].xml', typesXml(listed)),
        makePart(
          '_rels/.rels',
          relationshipsXml([
            ['officeDocument', 'xl/workbook.xml'],
            ...properties.map(([kind, { name }]): [PartKind, string] => [kind, name]),
          ]),
        ),
        ...properties.map(([, part]) => part),
        ...content,
      ]);
    },
  };
}
