/** What a cell's style says about how it is drawn: bold, lines, where its text stands and whether it wraps. */
import type { CellAppearance } from '../port/sheetLook';
import { attribute, eachTag, flag, type Tag } from './xml';

const plainLook: CellAppearance = { isBold: false, wraps: false, align: null, lines: '' };

/** Sides of a border by their element, in the order in which they are listed; from right to left is not drawn here. */
const sides: Readonly<Record<string, string>> = { top: 'T', bottom: 'B', left: 'L', start: 'L', right: 'R', end: 'R' };
const order = ['T', 'B', 'L', 'R'];

/** Alignments that are drawn; the others begin at the left, as a text does. */
const alignments: Readonly<Record<string, CellAppearance['align']>> = {
  left: 'left',
  fill: 'left',
  justify: 'left',
  center: 'center',
  centerContinuous: 'center',
  distributed: 'center',
  right: 'right',
};

/** Reads the tables of the styles part as its tags come. */
class LooksReader {
  readonly looks: CellAppearance[] = [];
  private readonly bold: boolean[] = [];
  private readonly borders: (readonly string[])[] = [];
  private table = '';

  take(tag: Tag): void {
    if (['fonts', 'borders', 'cellXfs'].includes(tag.name)) this.table = tag.kind === 'open' ? tag.name : '';
    else if (tag.kind === 'close') return;
    else if (this.table === 'fonts') this.takeOfFont(tag);
    else if (this.table === 'borders') this.takeOfBorder(tag);
    else if (this.table === 'cellXfs') this.takeOfFormat(tag);
  }

  private takeOfFont(tag: Tag): void {
    if (tag.name === 'font') this.bold.push(false);
    if (tag.name === 'b') this.bold[this.bold.length - 1] = flag(tag, 'val', true);
  }

  private takeOfBorder(tag: Tag): void {
    if (tag.name === 'border') this.borders.push([]);
    const side = sides[tag.name];
    const style = attribute(tag, 'style');
    if (side === undefined || style === null || style === 'none') return;
    this.borders.push([...(this.borders.pop() ?? []), side]);
  }

  private takeOfFormat(tag: Tag): void {
    const placeOf = (name: string): number => Number(attribute(tag, name) ?? '0');
    if (tag.name === 'xf') {
      const drawn = this.borders[placeOf('borderId')] ?? [];
      const lines = order.filter((side) => drawn.includes(side)).join('');
      this.looks.push({ ...plainLook, isBold: this.bold[placeOf('fontId')] ?? false, lines });
    }
    const last = tag.name === 'alignment' ? this.looks.pop() : undefined;
    if (!last) return;
    const align = alignments[attribute(tag, 'horizontal') ?? ''] ?? null;
    this.looks.push({ ...last, align, wraps: flag(tag, 'wrapText') });
  }
}

/** The looks of a styles part; a cell names its style by place. */
export function readCellLooks(xml: string): (style: number) => CellAppearance {
  const reader = new LooksReader();
  eachTag(xml, (tag) => reader.take(tag));
  return (style) => reader.looks[style] ?? plainLook;
}
