/** What a version of Excel costs the user is said before and after, once; what goes back to the unit can be had clean. */
import './support/jsdom';
import { screen, within } from '@testing-library/react';
import type { CleanFile } from '../../src/pane/services';
import type { Outcome } from '../../src/port/workbook';
import { capabilities } from './support/pane';
import { sheetReport } from './support/fixtures';
import { bad, FakeServices, good, openPane, openReviewed, showDetails } from './support/pane';

const withUndo =
  (nativeUndo: boolean, host: 'excel' | 'file' = 'excel') =>
  () =>
    Promise.resolve(good({ ...capabilities, nativeUndo, host }));
const before = /要撤销的请先撤销/u;
const after = /已清空撤销记录/u;

describe('#5918, #3141, #2543: a review that empties the undo list', () => {
  test('is announced before it and told after it, once', async () => {
    const services = new FakeServices({ capabilities: withUndo(false) });
    const first = await openPane(services);
    expect(await screen.findByText(before)).toBeTruthy();
    first.close();
    const { close, user } = await openReviewed(services);
    const news = screen.getByText(after);
    await user.click(within(news.parentElement!).getByRole('button', { name: '知道了' }));
    expect(screen.queryByText(after)).toBeNull();
    close();
    await openReviewed(services);
    expect(screen.queryByText(after)).toBeNull();
    expect(screen.queryByText(before)).toBeNull();
  });

  test.each([
    ['where Excel keeps it', withUndo(true)],
    ['where there is no Excel', withUndo(false, 'file')],
  ])('is not spoken of %s', async (_where, answer) => {
    await openReviewed(new FakeServices({ capabilities: answer }));
    expect(screen.queryByText(after)).toBeNull();
  });
});

test('#3831, #5148: what a read-only session does not let be read is said with what was looked at', async () => {
  const pane = await openReviewed(
    new FakeServices({ review: () => Promise.resolve(good(sheetReport({ mergesUnread: true }))) }),
  );
  await showDetails(pane);
  expect(screen.getByText(/不让读合并单元格/u)).toBeTruthy();
});

describe('#6227, #1542: a clean copy', () => {
  const openReport = async (cleanCopy: (() => Promise<Outcome<CleanFile>>) | null) => {
    const services = new FakeServices();
    services.cleanCopy = cleanCopy;
    const pane = await openReviewed(services);
    await pane.user.click(screen.getByRole('tab', { name: '报告' }));
    return pane;
  };

  test('is downloaded by its name, with the way out where no file comes (#2700, #3385, #4681)', async () => {
    const names: string[] = [];
    URL.createObjectURL = () => 'blob:x';
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const { user } = await openReport(() =>
      Promise.resolve(good({ name: '表（干净副本）.xlsx', bytes: new Uint8Array([1]) })),
    );
    await user.click(screen.getByRole('button', { name: '干净副本' }));
    expect(names).toEqual(['表（干净副本）.xlsx']);
    expect(screen.getByText(/已生成“表（干净副本）.xlsx”/u)).toBeTruthy();
    expect(screen.getByText(/--clean --out/u)).toBeTruthy();
  });

  test('that Excel does not give is a sentence with the way out', async () => {
    const { user } = await openReport(() => Promise.resolve(bad({ kind: 'unexpected', code: 'x' })));
    await user.click(screen.getByRole('button', { name: '干净副本' }));
    expect(screen.getByText(/没有预料到的问题/u)).toBeTruthy();
    expect(screen.getByText(/--clean --out/u)).toBeTruthy();
  });

  test('is not offered in the pane where the page offers it', async () => {
    await openReport(null);
    expect(screen.queryByRole('button', { name: '干净副本' })).toBeNull();
  });
});
