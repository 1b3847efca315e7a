/** axe finds nothing on any view; what it cannot see in jsdom (contrast, layout) is looked at in a browser. */
import { preferDark } from './support/jsdom';
import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { createWords, type Locale } from '../../src/words';
import { cleanForm, formOfTwoReadings, formReport, otherForm, sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openPane, openReviewed } from './support/pane';

async function problems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('the first screen', async () => {
  await openPane();
  expect(await problems()).toEqual([]);
});

test.each(['问题', '得分', '写入', '报告'])('the view %s', async (name) => {
  const { user } = await openReviewed();
  await user.click(screen.getByRole('tab', { name }));
  expect(await problems()).toEqual([]);
});

test.each(['问题', '得分', '写入'])('the view %s of a row with two readings', async (name) => {
  const report = sheetReport({ forms: [formOfTwoReadings()] });
  const { user } = await openReviewed(new FakeServices({ review: () => Promise.resolve(good(report)) }));
  await user.click(screen.getByRole('tab', { name }));
  expect(await problems()).toEqual([]);
});

test('the search box', async () => {
  const findings = Array.from({ length: 3 }, () => formReport().findings).flat();
  const report = sheetReport({ forms: [formReport({ findings })] });
  await openReviewed(new FakeServices({ review: () => Promise.resolve(good(report)) }));
  expect(screen.getByRole('searchbox')).toBeTruthy();
  expect(await problems()).toEqual([]);
});

test('the result of writing', async () => {
  const cell = { row: 16, column: 8 };
  const now = { value: 20, formula: null, numberFormat: 'General' };
  const results = (['written', 'changed', 'refused', 'different'] as const).map((outcome) => ({
    id: outcome,
    cell,
    outcome,
    now,
  }));
  const { user } = await openReviewed(
    new FakeServices({
      apply: () => Promise.resolve(good({ results, marked: 3, record: { kind: 'nothing-written' } })),
    }),
  );
  await user.click(screen.getByRole('tab', { name: '写入' }));
  await user.click(screen.getByRole('button', { name: '写入 3 处' }));
  expect(screen.getByRole('region', { name: '写入结果' })).toBeTruthy();
  expect(await problems()).toEqual([]);
});

test('a clean form among several', async () => {
  const report = sheetReport({ forms: [cleanForm(), otherForm()] });
  await openReviewed(new FakeServices({ review: () => Promise.resolve(good(report)) }));
  expect(await problems()).toEqual([]);
});

test('a failure', async () => {
  const { user } = await openPane(new FakeServices({ review: () => Promise.resolve(bad({ kind: 'busy' })) }));
  await user.click(screen.getByRole('button', { name: '复核' }));
  expect(await problems()).toEqual([]);
});

test('a bug', async () => {
  const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { user } = await openPane(new FakeServices({ review: () => Promise.reject(new Error('broken')) }));
  await user.click(screen.getByRole('button', { name: '复核' }));
  await screen.findByRole('button', { name: '重新开始' });
  expect(await problems()).toEqual([]);
  silent.mockRestore();
});

test.each<Locale>(['zh-CN', 'en'])('the page says that it speaks %s', async (locale) => {
  await openPane(new FakeServices(), locale);
  const heading = screen.getByRole('heading', { level: 1, name: createWords(locale).say('appName') });
  expect(heading.closest('[lang]')!.getAttribute('lang')).toBe(locale);
});

test('the theme follows the system where the host says nothing', async () => {
  const background = () =>
    getComputedStyle(document.querySelector('.fui-FluentProvider')!).getPropertyValue('--colorNeutralBackground1');
  const { close } = await openPane();
  const light = background();
  close();
  preferDark(true);
  await openPane();
  const dark = background();
  preferDark(false);
  expect(light).not.toBe('');
  expect(dark).not.toBe(light);
});
