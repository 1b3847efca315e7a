/** Sheets of our own: asked for, made, said by name, opened, and never written over what somebody typed. */
import './support/jsdom';
import { screen, within } from '@testing-library/react';
import type { WorkbookReport } from '../../src/review/reviewWorkbook';
import type { PaperWritten } from '../../src/review/writePaper';
import { formReport, sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openReviewed } from './support/pane';

const made: PaperWritten = {
  state: 'written',
  sheetId: 'paper-1',
  name: '自评复核报告',
  isRenewed: false,
  different: 0,
};

async function openReport(services?: FakeServices) {
  const pane = await openReviewed(services);
  await pane.user.click(screen.getByRole('tab', { name: '报告' }));
  return { ...pane, view: within(screen.getByRole('tabpanel')) };
}
const answering = (...answers: readonly PaperWritten[]): FakeServices => {
  const left = [...answers];
  return new FakeServices({ writePaper: () => Promise.resolve(good(left.shift()!)) });
};
const heard = () => screen.getAllByRole('status')[0]!.textContent;

test.each([
  ['report', '生成《自评复核报告》'],
  ['workpaper', '生成《自评复核底稿》'],
  ['tables', '生成《自评复核附表》'],
])('the %s is made on request, and opened from its message', async (kind, button) => {
  const { services, user, view } = await openReport(answering(made));
  await user.click(view.getByRole('button', { name: button }));
  expect(services.papers).toEqual([{ kind, manner: 'careful' }]);
  expect(view.getByText('已生成工作表“自评复核报告”。')).toBeTruthy();
  expect(heard()).toBe('已生成工作表“自评复核报告”。');
  await user.click(view.getByRole('button', { name: '打开“自评复核报告”' }));
  expect(services.revealed).toEqual([{ sheetId: 'paper-1', cell: { row: 0, column: 0 } }]);
  expect(view.getByText('已生成工作表“自评复核报告”。')).toBeTruthy();
});

test('a paper that was renewed, got a counter, or reads back otherwise is said to', async () => {
  const { user, view } = await openReport(
    answering({ ...made, name: '自评复核报告（2）', isRenewed: true, different: 3 }),
  );
  await user.click(view.getByRole('button', { name: '生成《自评复核报告》' }));
  expect(view.getByText('已更新工作表“自评复核报告（2）”。')).toBeTruthy();
  expect(view.getByText('其中 3 个单元格读回的内容不同，请核对。')).toBeTruthy();
});

test.each([
  ['beside', '另外生成一张'],
  ['replace', '覆盖“自评复核报告”'],
])('a paper that was edited is left alone until the user chooses: %s', async (manner, button) => {
  const { services, user, view } = await openReport(
    answering({ state: 'edited', sheetId: 'paper-1', name: '自评复核报告' }, made),
  );
  await user.click(view.getByRole('button', { name: '生成《自评复核报告》' }));
  expect(view.getByText('工作表“自评复核报告”在生成之后有改动，没有覆盖。')).toBeTruthy();
  expect(heard()).toBe('工作表“自评复核报告”在生成之后有改动，没有覆盖。');
  await user.click(view.getByRole('button', { name: button }));
  expect(services.papers.at(-1)).toEqual({ kind: 'report', manner });
  expect(view.getByText('已生成工作表“自评复核报告”。')).toBeTruthy();
});

test('a result that no longer holds is not put on paper before it is reviewed again', async () => {
  const { services, user, view } = await openReport(answering(made));
  services.change('sheet-1');
  await user.click(view.getByRole('button', { name: '生成《自评复核报告》' }));
  expect(services.papers).toEqual([]);
  expect(view.getByText('请先重新复核，再生成，免得写进旧的结果。')).toBeTruthy();
  await user.click(view.getByRole('button', { name: '重新复核' }));
  await user.click(screen.getByRole('button', { name: '生成《自评复核报告》' }));
  expect(services.papers).toHaveLength(1);
});

test('a fault has its sentence, and trying again makes the same paper', async () => {
  let calls = 0;
  const services = new FakeServices({
    writePaper: () => {
      calls += 1;
      return Promise.resolve(calls === 1 ? bad({ kind: 'cell-being-edited' }) : good(made));
    },
  });
  const { user, view } = await openReport(services);
  await user.click(view.getByRole('button', { name: '生成《自评复核底稿》' }));
  expect(screen.getAllByText(/有单元格正在编辑/u).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: '重试' }));
  expect(services.papers).toEqual([
    { kind: 'workpaper', manner: 'careful' },
    { kind: 'workpaper', manner: 'careful' },
  ]);
  expect(view.getByText('已生成工作表“自评复核报告”。')).toBeTruthy();
});

test('the conclusion is shown and copied', async () => {
  const copied: string[] = [];
  const services = new FakeServices({ conclusion: () => Promise.resolve('经复核，总分97.3分。') });
  const { user, view } = await openReport(services);
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  expect(await view.findByText('经复核，总分97.3分。')).toBeTruthy();
  await user.click(view.getByRole('button', { name: '复制结论' }));
  expect(copied).toEqual(['经复核，总分97.3分。']);
  expect(view.getByText('已复制。')).toBeTruthy();
});

const reviewedWorkbook: WorkbookReport = {
  isCancelled: false,
  sheets: [
    {
      sheet: { id: 'sheet-1', name: '食堂经费', visibility: 'visible', isActive: true },
      report: good({ ...sheetReport(), forms: [formReport()] }),
    },
  ],
};

test('the roll-up is made of the review of the whole workbook, and not of one that no longer holds', async () => {
  const services = new FakeServices({
    reviewAll: () => Promise.resolve(good(reviewedWorkbook)),
    writePaper: () => Promise.resolve(good({ ...made, name: '自评结果汇总' })),
  });
  const { user } = await openReviewed(services);
  await user.click(screen.getByRole('button', { name: '整个工作簿' }));
  await user.click(await screen.findByRole('button', { name: '复核整个工作簿' }));
  await user.click(screen.getByRole('button', { name: '生成《自评结果汇总》' }));
  expect(services.papers).toEqual([{ kind: 'roll-up', manner: 'careful' }]);
  expect(screen.getByText('已生成工作表“自评结果汇总”。', { selector: 'p' })).toBeTruthy();
  services.change('sheet-7');
  expect(screen.getByText(/复核之后，工作簿有改动/u)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '生成《自评结果汇总》' }));
  expect(services.papers).toHaveLength(1);
});
