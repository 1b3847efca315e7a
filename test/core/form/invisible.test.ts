/** Signs that nobody sees change nothing that is read, wherever they stand in whichever text of a form. */
import { amountOf } from '../../../src/core/form/amountOf';
import type { Form } from '../../../src/core/form/form';
import { fieldCells } from '../../../src/core/form/roles';
import { visible } from '../../../src/core/sheet/invisible';
import { fold } from '../../../src/core/value/normalise';
import { publishedForm } from '../../forms';
import { invisibleSigns, strewn } from '../../support/invisible';
import { onlyForm } from './onlyForm';

/** Everything that is read of a form, without the cells it was read from. */
function read({ budget, columns, goals, indicators, layout, notes, projectName, total, unit }: Form): unknown {
  const figures = [budget?.weight, budget?.rate, budget?.score, total?.weight, total?.score];
  return {
    ...{ layout, projectName, unit: unit?.text, goals: [goals.expected?.text, goals.achieved?.text] },
    columns: columns.map(({ certainty, index, role }) => [role, index, certainty]),
    rows: indicators.map((row) => [
      ...[row.key, row.level1?.text, row.level1?.weight?.toFixed(), row.name.text],
      fieldCells(row).map(({ cell, role }) => [role, cell?.text]),
      // Where a reading was not understood it quotes the cell as it stands.
      [row.target?.value, row.actual?.value].map((value) => value && { ...value, source: '', piece: '' }),
      [row.weight, row.score].map((reading) => amountOf(reading)?.toFixed()),
    ]),
    lines: budget?.lines.map(({ budget: amount, executed, label, role }) => [
      ...[role, label.text],
      ...[amount, executed].map((reading) => amountOf(reading)?.toFixed()),
    ]),
    figures: figures.map((reading) => amountOf(reading ?? null)?.toFixed()),
    notes: notes.map(({ text }) => text),
  };
}

test.each([...invisibleSigns])('a form strewn with a %s reads as the form does', (_, sign) => {
  for (const name of ['canteen-2023', 'farmland-2019']) {
    const { snapshot } = publishedForm(name);
    expect(read(onlyForm(strewn(snapshot, sign)))).toEqual(read(onlyForm(snapshot)));
  }
});

test.each([...invisibleSigns])('a value with a %s folds to what is seen', (_, sign) => {
  expect(visible(`≥${sign}95${sign}%`)).toBe('≥95%');
  const { origin, text } = fold(`≥${sign}95%`);
  expect(text).toBe('≥95%');
  expect(origin.map((place) => (place < sign.length + 1 ? 0 : 1))).toEqual([0, 1, 1, 1, 1]);
});

test('spaces, tabs and line breaks are seen', () => {
  expect(visible('一 级\t指\n标')).toBe('一 级\t指\n标');
});
