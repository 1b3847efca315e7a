/** A user's mapping of columns is followed, remembered by the header's wording, and fits elsewhere. */
import { headerSignature, mappingOf } from '../../../src/core/form/columnMapping';
import { recognise } from '../../../src/core/form/recognise';
import { columnLetters } from '../../../src/core/sheet/cellRef';
import { publishedForm, snapshotOf } from '../../forms';
import { onlyForm } from './onlyForm';

const odd = [
  ['甲栏', '乙栏', '丙栏', '丁栏', '戊栏'],
  ['修路里程', '≥10公里', '8公里', 20, 16],
  ['架桥座数', '2座', '2座', 80, 80],
  ['合计', null, null, 100, 96],
];
const picks = [
  { role: 'level3' as const, header: { row: 0, column: 0 } },
  { role: 'target' as const, header: { row: 0, column: 1 } },
  { role: 'actual' as const, header: { row: 0, column: 2 } },
  { role: 'weight' as const, header: { row: 0, column: 3 } },
  { role: 'score' as const, header: { row: 0, column: 4 } },
];

test('a header that nobody knows becomes a form by the mapping', () => {
  const snapshot = snapshotOf(odd);
  expect(recognise(snapshot).found).toBe(false);
  const form = onlyForm(snapshot, mappingOf(snapshot, picks) ?? undefined);
  expect(
    form.columns.map(({ role, index, because, certainty }) => [role, columnLetters(index), because, certainty]),
  ).toEqual([
    ['level3', 'A', 'user', 'certain'],
    ['target', 'B', 'user', 'certain'],
    ['actual', 'C', 'user', 'certain'],
    ['weight', 'D', 'user', 'certain'],
    ['score', 'E', 'user', 'certain'],
  ]);
  expect(form.indicators.map(({ name }) => name.text)).toEqual(['修路里程', '架桥座数']);
  expect(form.doubts).toEqual([]);
});

test('the same header row elsewhere is known again', () => {
  const mapping = mappingOf(snapshotOf(odd), picks);
  const elsewhere = snapshotOf(odd, { from: 'D7' });
  expect(headerSignature(elsewhere, 6)).toBe(mapping?.signature);
  expect(onlyForm(elsewhere, mapping ?? undefined).columns.map(({ index }) => columnLetters(index))).toEqual([
    'D',
    'E',
    'F',
    'G',
    'H',
  ]);
});

test('the user outranks the headings, and the other columns keep their roles', () => {
  const { snapshot } = publishedForm('canteen-2023');
  const mapping = mappingOf(snapshot, [
    { role: 'weight', header: { row: 12, column: 8 } },
    { role: 'score', header: { row: 12, column: 7 } },
  ]);
  const columns = onlyForm(snapshot, mapping ?? undefined).columns;
  const of = (role: string): unknown => columns.find((column) => column.role === role);
  expect(of('weight')).toMatchObject({ index: 8, because: 'user' });
  expect(of('score')).toMatchObject({ index: 7, because: 'user' });
  expect(of('target')).toMatchObject({ index: 5, because: 'header', certainty: 'certain' });
});

test('a mapping for another header changes nothing', () => {
  const mapping = mappingOf(snapshotOf(odd), picks);
  const { snapshot } = publishedForm('canteen-2023');
  expect(recognise(snapshot, mapping ?? undefined)).toEqual(recognise(snapshot));
});

test('a mapping is plain data that survives being stored', () => {
  const mapping = mappingOf(snapshotOf(odd), picks);
  expect(JSON.parse(JSON.stringify(mapping))).toEqual(mapping);
});

test('without picks, or from a row without words, there is no mapping', () => {
  expect(mappingOf(snapshotOf(odd), [])).toBeNull();
  expect(mappingOf(snapshotOf([[1, 2]]), [{ role: 'weight', header: { row: 0, column: 0 } }])).toBeNull();
  expect(headerSignature(snapshotOf([]), 0)).toBeNull();
});
