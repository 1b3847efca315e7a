/** What a look at the signs spares must be what the patterns would have said, for every text of the published forms. */
import { SignClass, withoutSpaces } from '../../src/core/signs';
import { readPoints } from '../../src/core/form/reading';
import { visible } from '../../src/core/sheet/invisible';
import { bareName } from '../../src/core/value/bareName';
import { familyForms, publishedForms } from '../forms';

const written = [...publishedForms, ...familyForms].flatMap(({ snapshot: { values } }) =>
  values.flat().filter((value) => typeof value === 'string'),
);
/** Every text as it stands, in full width, and with signs around it that nobody sees or that stand for others. */
const texts = [
  ...new Set(
    written.flatMap((text) => [
      text,
      ...[
        `\u200b${text}\u{e0100}`,
        `\u3000${text}\u00a0`,
        `－${text}．5`,
        `（${text}）（%）`,
        `${text.slice(0, 6)}５万元`,
      ],
      text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ]),
  ),
];
const everySign = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test('the published forms give texts enough', () => {
  expect(texts.length).toBeGreaterThan(5000);
});

test.each([/\s/u, /[\s,¥]/u, /[【〔[]/u, /(?![分万元])[\u4e00-\u9fff]/u])(
  'a class of signs is what %s matches',
  (one) => {
    const signs = new SignClass(one);
    const each = new RegExp(one.source, 'gu');
    const wrong = [...everySign, ...texts].filter(
      (text) => signs.isIn(text) !== one.test(text) || signs.replaceIn(text, '·') !== text.replace(each, '·'),
    );
    expect(wrong).toEqual([]);
  },
);

test('a class asked the same again says the same', () => {
  const signs = new SignClass(/[分元]/u);
  expect(['5分', '5元', '5', '5分'].map((text) => signs.isIn(text))).toEqual([true, true, false, true]);
});

test('spaces and brackets at the end are taken out as the patterns do', () => {
  const spaced = texts.filter((text) => withoutSpaces(text) !== text.replace(/\s/gu, ''));
  expect(spaced).toEqual([]);
  const named = texts.filter(
    (text) => bareName(text) !== text.replace(/\s/gu, '').replace(/[（(][^（(）)]*[）)]$/u, ''),
  );
  expect(named).toEqual([]);
});

test('a text is seen without those of its signs that nobody sees by themselves', () => {
  expect(texts.filter((text) => visible(text) !== text).length).toBeGreaterThan(500);
  const wrong = texts.filter(
    (text) =>
      visible(text) !==
      Array.from(text)
        .filter((sign) => visible(sign) === sign)
        .join(''),
  );
  expect(wrong).toEqual([]);
});

test('no text that is a typed number is passed over for a sign in it', () => {
  const points = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)[分%]?$/u;
  const ref = { row: 0, column: 0 };
  const isNumber = (text: string): boolean => {
    const words = visible(text).trim();
    const folded = words
      .normalize('NFKC')
      .replace(/[\s,¥]/gu, '')
      .replace(/^−/u, '-');
    return words.length <= 24 && points.test(folded);
  };
  const read = (text: string): string =>
    readPoints({ ref, value: text, text, formula: null, numberFormat: 'General', merge: null }).kind;
  expect(texts.filter(isNumber).length).toBeGreaterThan(50);
  expect(texts.filter((text) => (read(text) === 'text-number') !== isNumber(text))).toEqual([]);
});
