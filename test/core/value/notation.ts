/** One line for a value, so that tables of expectations can be read: 「社会效益明显」≥95 %. */
import { plain } from '../../../src/core/exact';
import type { PartialDate, Unit, Value } from '../../../src/core/value/value';

function unitName(unit: Unit | null): string {
  return unit ? ` ${unit.name}` : '';
}

function words(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `「${text}」`;
}

function date({ year, month, day }: PartialDate): string {
  return [year ?? '*', month ?? '*', day ?? '*'].join('-');
}

/** The value in one line; not understood shows the piece between question marks. */
export function noted(value: Value): string {
  switch (value.kind) {
    case 'quantity': {
      const number = `${value.comparator ?? ''}${value.approximate ? '≈' : ''}${plain(value.number)}`;
      return `${words(value.lead)}${number}${unitName(value.unit)}${words(value.tail)}`;
    }
    case 'range':
      return `${words(value.lead)}${plain(value.low)}…${plain(value.high)}${unitName(value.unit)}`;
    case 'deadline':
      return `${words(value.lead)}by ${date(value.by)}`;
    case 'date':
      return `${words(value.lead)}on ${date(value.on)}`;
    case 'date-span':
      return `from ${date(value.from)} to ${date(value.to)}`;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'grade':
      return `grade ${value.comparator ?? ''}${value.grade}`;
    case 'qualitative':
      return value.tier === null ? 'words' : `tier ${value.tier}`;
    case 'several':
      return value.parts.map((part) => noted(part.value)).join(' & ');
    case 'not-understood':
      return `?${value.piece}?`;
    case 'blank':
    case 'dash':
    case 'error':
      return value.kind;
  }
}
