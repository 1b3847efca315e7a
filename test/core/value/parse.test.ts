/** What the language of values means: every published value, the idioms of the forms, cells, and properties. */
import fc from 'fast-check';
import { exact } from '../../../src/core/exact';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import type { Cell } from '../../../src/core/sheet/sheetView';
import { parseText, parseValue } from '../../../src/core/value/parse';
import { formIdioms } from './formIdioms';
import { noted } from './notation';
import { publishedValues } from './publishedValues';

function cellOf(value: CellValue, text: string, numberFormat = 'General'): Cell {
  return { ref: { row: 0, column: 0 }, value, text, numberFormat, formula: null, merge: null };
}

describe('a text of a form', () => {
  test.each(publishedValues)('published: %j means %j', (source, meaning) => {
    expect(noted(parseText(source))).toBe(meaning);
  });

  test.each(formIdioms)('%j means %j', (source, meaning) => {
    expect(noted(parseText(source))).toBe(meaning);
  });

  test('every value keeps its source as it was written', () => {
    for (const [source] of [...publishedValues, ...formIdioms]) expect(parseText(source).source).toBe(source);
  });

  test('the parts of a list keep their own words and pieces', () => {
    expect(parseText('春防4月15日前，秋防１０月25日前')).toMatchObject({
      kind: 'several',
      parts: [
        { label: '春防', value: { kind: 'deadline', source: '春防4月15日前' } },
        { label: '秋防', value: { kind: 'deadline', source: '秋防１０月25日前' } },
      ],
    });
  });

  test('a piece that was not understood is cut from the source, not from the folded text', () => {
    expect(parseText('≥５０ 以下')).toMatchObject({ kind: 'not-understood', piece: '≥５０ 以下' });
  });

  test('nothing and spaces are blank', () => {
    for (const source of ['', ' ', '　', '\n', '\u200b', '\u00a0']) expect(noted(parseText(source))).toBe('blank');
  });
});

describe('a cell', () => {
  test.each<[CellValue, string, string, string]>([
    [0.95, '95%', '0%', '95 %'],
    [0.8797, '87.97%', '0.00%', '87.97 %'],
    [1, '100%', '0%', '100 %'],
    [0.1 + 0.2, '30%', '0%;[Red]-0%', '30 %'],
    [0.95, '0.95', 'General', '0.95'],
    [5, '5', '0', '5'],
    [-3, '-3', '0_ ', '-3'],
    [12000, '12,000.00', '#,##0.00', '12000'],
    [5, '5个', '0"个"', '5 个'],
    [0.5189, '0.5189万亩', '0.0000"万亩"', '0.5189 万亩'],
    [5000, '5千元', '0,"千元"', '5000'],
    [1e-7, '1E-07', '0.00E+00', '0.0000001'],
    [45291, '2023年12月31日', 'yyyy"年"m"月"d"日"', 'on 2023-12-31'],
    [45291, '2023/12/31', 'yyyy/m/d;@', 'on 2023-12-31'],
    [45291, '2023年12月', '[$-804]yyyy"年"m"月"', 'on 2023-12-*'],
    [45291, '2023', 'yyyy', 'on 2023-*-*'],
    [60, '1900/2/28', 'yyyy/m/d', 'on 1900-2-28'],
    [1, '1900/1/1', 'yyyy/m/d', 'on 1900-1-1'],
    [-1, '####', 'yyyy/m/d', '-1'],
    [0.5, '12:00', 'h:mm', '0.5'],
    [true, 'TRUE', 'General', 'yes'],
    [false, 'FALSE', 'General', 'no'],
    [null, '', 'General', 'blank'],
    [{ error: '#REF!' }, '#REF!', 'General', 'error'],
    ['≥95%', '≥95%', '@', '≥95 %'],
    ['８', '８', '@', '8'],
  ])('that holds %j, shown %j as %j, means %j', (value, text, format, meaning) => {
    expect(noted(parseValue(cellOf(value, text, format)))).toBe(meaning);
  });

  test('too narrow to show its number still has a source', () => {
    expect(parseValue(cellOf(12.5, '###', '0.0')).source).toBe('12.5');
  });

  test('shown as a percentage keeps what is shown as its source', () => {
    expect(parseValue(cellOf(0.95, '95%', '0%')).source).toBe('95%');
  });
});

const signs: readonly (readonly [string, readonly string[]])[] = [
  ['≥', ['≥', '≧', '>=', '＞＝', '=>', '不低于', '不少于', '不小于', '至少', '大于等于', '≥ ']],
  ['≤', ['≤', '≦', '<=', '＜＝', '不超过', '不高于', '不大于', '不多于', '小于等于']],
  ['>', ['>', '＞', '大于', '高于', '超过', '多于']],
  ['<', ['<', '＜', '小于', '低于', '少于']],
  ['=', ['=', '＝', '等于']],
  ['', ['', '达到', '完成', ' ']],
];
const endings: readonly (readonly [string, readonly string[]])[] = [
  ['≥', ['以上', '及以上', '（含）以上']],
  ['≤', ['以内', '之内', '以下', '及以下']],
];
const units = ['', '个', '%', '万元', '亩', '万亩', '人次', '元/户', '万人', '公里', '元/亩·年', '台'];

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

const typography = fc.record({
  number: fc.tuple(fc.nat({ max: 9_999_999 }), fc.nat({ max: 999 })).map(([whole, part]) => `${whole}.${part}`),
  unit: fc.constantFrom(...units),
  wide: fc.boolean(),
  spaced: fc.boolean(),
  thousands: fc.boolean(),
});

function written(number: string, { wide, spaced, thousands }: { wide: boolean; spaced: boolean; thousands: boolean }) {
  const [whole = '', part = ''] = number.split('.');
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const text = `${grouped}.${part}`;
  return `${spaced ? ' ' : ''}${wide ? fullWidth(text) : text}${spaced ? '　' : ''}`;
}

describe('any text', () => {
  test('a quantity comes back from every typography of its sign, digits, spaces and unit', () => {
    const prefixed = fc.constantFrom(
      ...signs.flatMap(([sign, forms]) => forms.map((form) => ({ sign, before: form, after: '' }))),
    );
    const suffixed = fc.constantFrom(
      ...endings.flatMap(([sign, forms]) => forms.map((form) => ({ sign, before: '', after: form }))),
    );
    fc.assert(
      fc.property(typography, fc.oneof(prefixed, suffixed), (parts, { sign, before, after }) => {
        const value = parseText(`${before}${written(parts.number, parts)}${parts.unit}${after}`);
        expect(value.kind).toBe('quantity');
        if (value.kind !== 'quantity') return;
        expect(value.comparator ?? '').toBe(sign);
        expect(value.number.eq(exact(parts.number))).toBe(true);
        expect(value.unit?.name ?? '').toBe(parts.unit);
      }),
      { numRuns: 1000 },
    );
  });

  test('a whole number comes back from its Chinese numeral', () => {
    const digits = '零一二三四五六七八九';
    const places = ['', '十', '百', '千'];
    const section = (number: number): string => {
      let text = '';
      for (const [index, digit] of Array.from(String(number)).entries()) {
        const place = String(number).length - 1 - index;
        if (digit !== '0') text += digits.charAt(Number(digit)) + (places[place] ?? '');
        else if (text !== '' && !text.endsWith('零')) text += '零';
      }
      return text.replace(/零$/, '');
    };
    const numeral = (number: number): string => {
      const high = Math.floor(number / 10_000);
      const low = number % 10_000;
      const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
      return `${high > 0 ? `${section(high)}万` : ''}${gap}${section(low)}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        expect(noted(parseText(`${numeral(number)}座`))).toBe(`${number} 座`);
      }),
      { numRuns: 1000 },
    );
  });

  const pieces = [
    ...publishedValues.map(([source]) => source),
    ...formIdioms.map(([source]) => source),
    ...[
      '①',
      '；',
      '，',
      '\n',
      '(',
      ')',
      '-',
      '年',
      '月',
      '底',
      '前',
      '百分之',
      '半',
      '十',
      '.',
      '/',
      '%',
      '😀',
      '\ud800',
    ],
  ];

  test('never throws, keeps its source, and names a piece of it when it is not understood', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const value = parseText(source);
        expect(value.source).toBe(source);
        if (value.kind === 'not-understood') expect(source).toContain(value.piece);
      }),
      { numRuns: 5000 },
    );
  });

  test('digits are never read away: what has no figure in it is no qualitative text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
        const source = parts.join('');
        const value = parseText(source);
        if (value.kind === 'qualitative' || value.kind === 'dash' || value.kind === 'blank') {
          expect(source).not.toMatch(/[0-9０-９≥≤＞]/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('hostile texts of 100 KB come to an end', () => {
    // What backtracks would run into the time limit of the test.
    const seeds = [
      '1个',
      '①',
      '(',
      '((1))',
      '一',
      '1,111',
      '1.',
      '；1',
      '1~',
      ' 1',
      '一点',
      '百分之',
      '未',
      '为',
      '5(含)',
      '2023年',
    ];
    for (const seed of seeds) {
      const text = seed.repeat(Math.ceil(100_000 / seed.length)).slice(0, 100_000);
      expect(parseText(text).source).toBe(text);
    }
  });
});
