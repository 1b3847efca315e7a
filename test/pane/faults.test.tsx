/** Failures of Excel have one sentence and a next step each; bugs are admitted. */
import './support/jsdom';
import { screen } from '@testing-library/react';
import type { HostFault } from '../../src/port/workbook';
import { createWords, type Locale } from '../../src/words';
import { sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openPane, openReviewed } from './support/pane';

const faults: readonly HostFault[] = [
  { kind: 'not-in-excel' },
  { kind: 'cell-being-edited' },
  { kind: 'sheet-protected', sheet: '食堂经费' },
  { kind: 'texts-too-long', sheet: '食堂经费' },
  { kind: 'sheet-filtered', sheet: '食堂经费' },
  { kind: 'sheet-missing', sheet: '食堂经费' },
  { kind: 'sheet-without-cells' },
  { kind: 'read-only' },
  { kind: 'other-workbook-active' },
  { kind: 'too-old', needs: 'ExcelApi 1.13' },
  { kind: 'too-large' },
  { kind: 'session-lost' },
  { kind: 'busy' },
  { kind: 'not-a-workbook', path: 'a.xlsx' },
  { kind: 'file-encrypted', path: 'a.xlsx' },
  { kind: 'file-too-large', path: 'a.xlsx' },
  { kind: 'file-missing', path: 'a.xlsx' },
  { kind: 'file-not-readable', path: 'a.xlsx' },
  { kind: 'file-not-writable', path: 'a.xlsx' },
  { kind: 'file-exists', path: 'a.xlsx' },
  { kind: 'selection-without-cells' },
  { kind: 'sheet-hidden', sheet: '自评表' },
  { kind: 'compatibility-mode' },
  { kind: 'unexpected', code: 'GeneralException' },
];
const locales: readonly Locale[] = ['zh-CN', 'en'];
const cases = locales.flatMap((locale) => faults.map((fault) => ({ locale, fault, kind: fault.kind })));

test.each(cases)('a review that fails with $kind says so in $locale', async ({ fault, locale }) => {
  const services = new FakeServices({ review: () => Promise.resolve(bad(fault)) });
  const { user } = await openPane(services, locale);
  const words = createWords(locale);
  await user.click(screen.getByRole('button', { name: words.say('review') }));
  const { canRetry, nextStep, sentence } = words.faultText(fault);
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(screen.getByText(nextStep)).toBeTruthy();
  expect(screen.queryAllByRole('button', { name: words.say('retry') })).toHaveLength(canRetry ? 1 : 0);
  expect(document.body.textContent).not.toContain('GeneralException');
});

test('trying again reviews the same again and clears the message', async () => {
  let calls = 0;
  const services = new FakeServices({
    review: () => {
      calls += 1;
      return Promise.resolve(calls === 1 ? bad({ kind: 'busy' }) : good(sheetReport()));
    },
  });
  const { user } = await openPane(services);
  await user.click(screen.getByRole('button', { name: '复核' }));
  await user.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByRole('tablist')).toBeTruthy();
  expect(screen.queryByText('Excel 正忙，没有响应。')).toBeNull();
});

test('a failed review leaves the earlier result in place', async () => {
  const services = new FakeServices();
  const { user } = await openReviewed(services);
  services.answers = { review: () => Promise.resolve(bad({ kind: 'cell-being-edited' })) };
  services.change('sheet-1');
  await user.click(screen.getByRole('button', { name: '重新复核' }));
  expect(screen.getByText('请按 Enter 结束编辑，再重试。')).toBeTruthy();
  expect(screen.getByRole('tablist')).toBeTruthy();
  expect(screen.getByText(/可能已经过时/u)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByText('请按 Enter 结束编辑，再重试。')).toBeNull();
});

test('an Excel that is too old is said to be so on opening', async () => {
  await openPane(
    new FakeServices({ capabilities: () => Promise.resolve(bad({ kind: 'too-old', needs: 'ExcelApi 1.13' })) }),
  );
  expect(screen.getByText('这个版本的 Excel 太旧，缺少需要的功能（ExcelApi 1.13）。')).toBeTruthy();
});

test('a cell that cannot be shown is explained, and the next jump clears it', async () => {
  const services = new FakeServices({
    reveal: () => Promise.resolve(bad({ kind: 'sheet-missing', sheet: '食堂经费' })),
  });
  const { user } = await openReviewed(services);
  await user.click(screen.getByRole('button', { name: /^I20/u }));
  expect(screen.getAllByText(/找不到工作表“食堂经费”/u)).not.toHaveLength(0);
  services.answers = {};
  await user.click(screen.getByRole('button', { name: /^I14/u }));
  expect(screen.queryByText(/找不到工作表“食堂经费”/u)).toBeNull();
});

describe('a bug', () => {
  beforeEach(() => {
    // React reports what a boundary caught; here that is expected.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  const broken = () => new FakeServices({ review: () => Promise.reject(new RangeError('index 7 of 3')) });

  test('is admitted, with details to copy', async () => {
    const { user } = await openPane(broken());
    await user.click(screen.getByRole('button', { name: '复核' }));
    expect(await screen.findByRole('heading', { name: '程序出错了' })).toBeTruthy();
    const details = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '错误详情' });
    expect(details.value).toContain('RangeError: index 7 of 3');
    await user.click(screen.getByRole('button', { name: '复制详情' }));
    expect(await navigator.clipboard.readText()).toContain('RangeError: index 7 of 3');
    expect(screen.getByText('已复制。')).toBeTruthy();
  });

  test('selects the details where the clipboard is closed', async () => {
    const { user } = await openPane(broken());
    await user.click(screen.getByRole('button', { name: '复核' }));
    await screen.findByRole('heading', { name: '程序出错了' });
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await user.click(screen.getByRole('button', { name: '复制详情' }));
    expect(await screen.findByText(/请按 Ctrl\+C/u)).toBeTruthy();
    const details = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '错误详情' });
    expect(details.selectionEnd - details.selectionStart).toBe(details.value.length);
  });

  test('can be left by starting over', async () => {
    const services = broken();
    const { user } = await openPane(services);
    await user.click(screen.getByRole('button', { name: '复核' }));
    services.answers = {};
    await user.click(await screen.findByRole('button', { name: '重新开始' }));
    await user.click(screen.getByRole('button', { name: '复核' }));
    expect(await screen.findByRole('tablist')).toBeTruthy();
  });
});
