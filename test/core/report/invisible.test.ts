/** Signs that nobody sees change no report: neither findings nor scores nor what would be written. */
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { visible } from '../../../src/core/sheet/invisible';
import type { Snapshot } from '../../../src/core/sheet/snapshot';
import { publishedForm } from '../../forms';
import { invisibleSigns, strewn } from '../../support/invisible';

/** The value with every text as it is seen, however deep. */
function seen(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map(seen);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, seen(part)]));
}

/** What a review says of the forms of a sheet; where it quotes a cell, as the cell is seen. */
const reported = (snapshot: Snapshot): unknown =>
  reviewSnapshot(snapshot).forms.map(({ findings, plan, rubric, rubricChoice, scores }) =>
    seen({ findings, plan, rubric: rubric.id, rubricChoice, scores }),
  );

const names = ['canteen-2023', 'farmland-2019'];

test.each([...invisibleSigns])('a sheet strewn with a %s has the report that it has without', (_, sign) => {
  for (const name of names) {
    const { snapshot } = publishedForm(name);
    expect(reported(strewn(snapshot, sign))).toEqual(reported(snapshot));
  }
});

/** One kind of text at a time, so that no two hide each other. */
const places = new Map<string, RegExp>([
  ['the label of the total', /^总\s*分/u],
  ['a heading of a column', /^(?:三级指标|年度指标值|实际完成值|全年完成值|分值|得分)/u],
  ['a target or an actual value', /^[≥≤=<>＞＜]?\s*\d/u],
  ['the label of a level with its weight', /^(?:产出|效益|满意度|投入|成本)[^\d]*(?:指标|[（(]\s*\d)/u],
  ['a label of the budget', /(?:年度资金总额|预算数|执行数|执行率|财政拨款)/u],
]);

test.each([...places])('a zero-width space in %s alone changes no report', (_, meant) => {
  let strewnTexts = 0;
  for (const name of names) {
    const { snapshot } = publishedForm(name);
    const isMeant = (text: string): boolean => meant.test(text) && (strewnTexts += 1) > 0;
    expect(reported(strewn(snapshot, '\u200b', isMeant))).toEqual(reported(snapshot));
  }
  expect(strewnTexts).toBeGreaterThan(0);
});
