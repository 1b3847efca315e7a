/** The page that brings the tables of a file in: what it says came along, what did not, and how it is taken back. */
import './support/jsdom';
import { screen } from '@testing-library/react';
import { emptySnapshot } from '../../src/core/sheet/emptySnapshot';
import type { Imported } from '../../src/review/importSheets';
import { bad, FakeServices, good, openPane } from './support/pane';

const sheet = { sheetId: 's9', name: '甲单位', nameInFile: 'Sheet1', resultsOnly: 0, different: 0, clippedFrom: null };
const imported: Imported = {
  fileName: '甲单位.xls',
  sheets: [sheet],
  hidden: [],
  isRecorded: true,
  unfinished: [],
};
const tables = {
  fileName: '甲单位.xls',
  countsFrom1904: false,
  sheets: [
    {
      snapshot: emptySnapshot({ sheetId: '1', sheetName: 'Sheet1', isProtected: false }),
      visibility: 'visible' as const,
      columnWidths: [],
    },
  ],
};

async function openImport(services: FakeServices) {
  const pane = await openPane(services);
  await pane.user.click(await screen.findByRole('button', { name: '从文件导入…' }));
  await screen.findByRole('heading', { name: '从文件导入' });
  return pane;
}

const choose = async ({ user }: Awaited<ReturnType<typeof openImport>>): Promise<void> =>
  user.upload(screen.getByLabelText('选择文件…', { selector: 'input' }), new File(['x'], '甲单位.xls'));

test('the file that was chosen is read here, its tables come in, and the sheet is reviewed by a click', async () => {
  const read: string[] = [];
  const services = new FakeServices({
    readTables: (file) => {
      read.push(file.name);
      return Promise.resolve(good(tables));
    },
    importSheets: (given) => Promise.resolve(given === tables ? good(imported) : bad({ kind: 'busy' })),
  });
  const pane = await openImport(services);
  await choose(pane);
  expect(await screen.findByText('在文件里叫“Sheet1”。')).toBeTruthy();
  expect(read).toEqual(['甲单位.xls']);
  expect(screen.getAllByText('已从《甲单位.xls》带入 1 张工作表。')).toHaveLength(2);
  await pane.user.click(screen.getByRole('button', { name: '复核这张表' }));
  expect(services.reviewed).toEqual([{ sheetId: 's9' }]);
  expect(services.revealed).toEqual([{ sheetId: 's9', cell: { row: 0, column: 0 } }]);
});

test('what did not come along as it is in the file is said, sheet by sheet', async () => {
  const services = new FakeServices({
    importSheets: () =>
      Promise.resolve(
        good({
          ...imported,
          sheets: [{ ...sheet, resultsOnly: 3, different: 2, clippedFrom: { rows: 9000, columns: 8 } }],
          hidden: ['草稿'],
          isRecorded: false,
          brokenBy: { kind: 'read-only' },
          unfinished: ['乙单位'],
        }),
      ),
  });
  await choose(await openImport(services));
  for (const line of [
    /^3 个公式只带来了结果/u,
    /^2 个单元格在这里算出来的/u,
    '工作表有 9000 行 8 列，超出的部分没有读取。',
    /没有带来：草稿/u,
    /不能在这里撤回/u,
    /没有全部带入/u,
    /没有写完.*乙单位/u,
  ])
    expect(await screen.findByText(line)).toBeTruthy();
});

test('a file that cannot be read is one sentence with its next step, and nothing is written', async () => {
  let written = 0;
  const services = new FakeServices({
    readTables: () => Promise.resolve(bad({ kind: 'file-encrypted', path: '甲单位.xls' })),
    importSheets: () => {
      written += 1;
      return Promise.resolve(good(imported));
    },
  });
  const pane = await openImport(services);
  await choose(pane);
  const { nextStep, sentence } = pane.words.faultText({ kind: 'file-encrypted', path: '甲单位.xls' });
  expect((await screen.findAllByText(new RegExp(sentence))).length).toBeGreaterThan(0);
  expect(screen.getAllByText(new RegExp(nextStep)).length).toBeGreaterThan(0);
  expect(written).toBe(0);
});

test('earlier imports are listed and taken back; what stays is named with its reason', async () => {
  const services = new FakeServices({
    listImports: () =>
      Promise.resolve(good([{ time: '2026-03-02T08:00:00Z', fileName: '甲单位.xls', sheets: ['甲', '乙'] }])),
    takeBackImport: () =>
      Promise.resolve(
        good({
          fileName: '甲单位.xls',
          sheets: [
            { name: '甲', outcome: 'removed' },
            { name: '乙', outcome: 'edited' },
            { name: '丙', outcome: 'used' },
          ],
        }),
      ),
  });
  const { user } = await openImport(services);
  await user.click(await screen.findByRole('button', { name: '撤回《甲单位.xls》的导入' }));
  expect(services.importsTakenBack).toEqual(['2026-03-02T08:00:00Z']);
  expect(await screen.findByText('“乙”导入之后改过，保留。')).toBeTruthy();
  expect(screen.getByText('别的工作表引用了“丙”，保留。')).toBeTruthy();
  expect(screen.getAllByText('已撤回《甲单位.xls》的导入：删除 1 张，保留 2 张。').length).toBeGreaterThan(0);
});

test('who shows the pane beside a file of its own is offered no import', async () => {
  const services = new FakeServices();
  services.readTables = null;
  await openPane(services);
  await screen.findByRole('button', { name: '用示例表试一试' });
  expect(screen.queryByRole('button', { name: '从文件导入…' })).toBeNull();
});
