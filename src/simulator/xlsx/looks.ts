/** Colours and weights of a file's styles: what cells and conditional formats look like. */
import type { Colour } from '../model/plain';
import { attribute, flag, tagsOf, type Tag } from '../../file/xml';

/** How something looks. */
export interface Look {
  readonly fill: Colour;
  readonly fontColour: Colour;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

const plainLook: Look = { fill: null, fontColour: null, isBold: false, isItalic: false };

/** Colours of the theme that Office has come with; files with another theme show these all the same. */
const themeColours = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
];

function colourOf(tag: Tag): Colour {
  const rgb = attribute(tag, 'rgb');
  if (rgb !== null) return `#${rgb.slice(-6).toUpperCase()}`;
  const theme = attribute(tag, 'theme');
  if (theme !== null) return themeColours[Number(theme)] ?? null;
  // 64 and 65 are the system's own colours; the older palette's black and white are the common others.
  return { '8': '#000000', '9': '#FFFFFF', '10': '#FF0000', '13': '#FFFF00' }[attribute(tag, 'indexed') ?? ''] ?? null;
}

/** The looks that a styles part defines: of cells by style number, of conditional formats by their number. */
export function readLooks(xml: string): {
  readonly cell: (style: number) => Look;
  readonly conditional: (dxf: number) => Look;
} {
  const fonts: Look[] = [];
  const fills: Colour[] = [];
  const cells: Look[] = [];
  const conditional: Look[] = [];
  let section = '';
  let look: Look = plainLook;
  let isInFill = false;
  let pattern: string | null = null;
  for (const tag of tagsOf(xml)) {
    const opens = tag.kind !== 'close';
    const closes = tag.kind !== 'open';
    if (['fonts', 'fills', 'cellXfs', 'dxfs', 'cellStyleXfs', 'borders'].includes(tag.name)) {
      section = opens && tag.kind !== 'empty' ? tag.name : '';
      continue;
    }
    switch (tag.name) {
      case 'font':
        if (opens && section === 'fonts') look = plainLook;
        if (closes && section === 'fonts') fonts.push(look);
        break;
      case 'dxf':
        if (opens) look = plainLook;
        if (closes && section === 'dxfs') conditional.push(look);
        break;
      case 'fill':
        isInFill = tag.kind === 'open';
        if (opens && section === 'fills') look = plainLook;
        if (closes && section === 'fills') fills.push(look.fill);
        break;
      case 'patternFill':
        if (opens) pattern = attribute(tag, 'patternType');
        break;
      case 'fgColor':
        if (opens && section === 'fills' && pattern === 'solid') look = { ...look, fill: colourOf(tag) };
        break;
      case 'bgColor':
        if (opens && section === 'dxfs') look = { ...look, fill: colourOf(tag) };
        break;
      case 'color':
        if (opens && !isInFill && section !== 'borders') look = { ...look, fontColour: colourOf(tag) };
        break;
      case 'b':
        if (opens) look = { ...look, isBold: flag(tag, 'val', true) };
        break;
      case 'i':
        if (opens) look = { ...look, isItalic: flag(tag, 'val', true) };
        break;
      case 'border':
        // A colour inside belongs to the border.
        isInFill = tag.kind === 'open';
        break;
      case 'xf':
        if (opens && section === 'cellXfs') {
          const font = fonts[Number(attribute(tag, 'fontId') ?? '0')] ?? plainLook;
          cells.push({ ...font, fill: fills[Number(attribute(tag, 'fillId') ?? '0')] ?? null });
        }
        break;
      default:
    }
  }
  return { cell: (style) => cells[style] ?? plainLook, conditional: (dxf) => conditional[dxf] ?? plainLook };
}
