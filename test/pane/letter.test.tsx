/** The letter to the unit in the pane: what goes in is ticked, what is missing is said before anything is saved. */
import './support/jsdom';
import { screen, waitFor, within } from '@testing-library/react';
import { keptTemplate } from '../../src/pane/result/letterTemplate';
import type { LetterRequest, PaneServices } from '../../src/pane/services';
import { letterSlots } from '../../src/papers/letterWords';
import { bad, FakeServices, good, openReviewed } from './support/pane';
import { sheetReport } from './support/fixtures';

async function openLetter(
  unfilled: (request: LetterRequest) => readonly string[],
  answers: Partial<PaneServices> = {},
) {
  const asked: LetterRequest[] = [];
  const files: LetterRequest[] = [];
  const services = new FakeServices({
    ...answers,
    letter: (request) => {
      asked.push(request);
      const slots = request.template ? ['单位', '文号'] : letterSlots;
      const known = { 单位: '某局' };
      return Promise.resolve({ text: '函的全文', points: 1, slots, unfilled: unfilled(request), known });
    },
    letterFile: (request) => {
      files.push(request);
      return Promise.resolve({ name: '函.docx', bytes: new Uint8Array([1]) });
    },
  });
  URL.createObjectURL = () => 'blob:x';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const pane = await openReviewed(services);
  await pane.user.click(screen.getByRole('tab', { name: '报告' }));
  await screen.findByRole('heading', { name: '退回修改通知' });
  return { ...pane, asked, files };
}

test('what breaks or questions something is ticked, what is only advice is not, and a tick changes the letter', async () => {
  const { asked, user } = await openLetter(() => []);
  const sent = () => asked.at(-1)!.forms[0]!;
  const { findings } = sent().form;
  expect(sent().findings).toEqual(findings.filter(({ severity }) => severity !== 'P2'));
  const [first] = screen.getAllByRole('checkbox', { checked: true });
  await user.click(first!);
  expect(sent().findings).toHaveLength(findings.filter(({ severity }) => severity !== 'P2').length - 1);
});

test('slots that nobody filled are told before saving; filled, it is saved at once, and who writes is kept', async () => {
  const { files, services, user } = await openLetter(({ fields }) => (fields.期限 ? [] : ['期限']));
  await user.click(await screen.findByRole('button', { name: '存为 Word' }));
  expect(files).toEqual([]);
  expect(screen.getByText('函里还有没填的：期限。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '照样保存，空着的以后填' })).toBeTruthy();
  await user.type(screen.getByLabelText('期限'), '3月20日');
  await user.click(screen.getByRole('button', { name: '存为 Word' }));
  expect(files.at(-1)?.fields.期限).toBe('3月20日');
  expect(services.preferences.get('letter')).toContain('3月20日');
});

test('all the same it is put into the workbook as a sheet of ours', async () => {
  const { services, user } = await openLetter(() => ['日期']);
  await user.click(await screen.findByRole('button', { name: '放进工作簿' }));
  await user.click(screen.getByRole('button', { name: '照样保存，空着的以后填' }));
  expect(services.papers).toEqual([{ kind: 'letter', manner: 'careful' }]);
});

test('a sheet of the workbook or a Word file takes the place of the text of our own, with its own slots, and is kept', async () => {
  const lines = ['【单位】：', '【文号】', '【问题】'];
  const { files, services, user } = await openLetter(({ template }) => (template ? ['文号'] : []), {
    templateSheets: () =>
      Promise.resolve(
        good([
          { sheetId: 's1', name: '自评表' },
          { sheetId: 's2', name: '函模板' },
        ]),
      ),
    sheetTemplate: (sheetId) =>
      Promise.resolve(sheetId === 's2' ? good({ name: '函模板', lines, bytes: null }) : good('no-points' as const)),
    wordTemplate: (name, bytes) => Promise.resolve({ name, lines, bytes }),
  });
  expect(screen.getByText('模板：内置')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '换模板…' }));
  const sheets = await screen.findByLabelText('工作簿里的一张工作表');
  await screen.findByRole('option', { name: '自评表' });
  await user.selectOptions(sheets, '自评表');
  expect(await screen.findByText(/没有单独一段【问题】/u)).toBeTruthy();
  await user.selectOptions(sheets, '函模板');
  expect(await screen.findByText('模板：函模板')).toBeTruthy();
  expect(screen.queryByText(/没有单独一段【问题】/u)).toBeNull();
  // The slot of the user's own is asked for, and told before anything is saved.
  expect(await screen.findByLabelText('文号')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '存为 Word' }));
  expect(screen.getByText('函里还有没填的：文号。')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '照样保存，空着的以后填' }));
  expect(files.at(-1)?.template).toEqual({ name: '函模板', lines, bytes: null });

  await user.click(screen.getByRole('button', { name: '换模板…' }));
  const file = new File(['x'], '本局函.docx');
  Object.assign(file, { arrayBuffer: () => Promise.resolve(new Uint8Array([7, 8]).buffer) });
  await user.upload(await screen.findByLabelText('选择 Word 文件…', { selector: 'input' }), file);
  expect(await screen.findByText('模板：本局函.docx')).toBeTruthy();
  expect(keptTemplate(services.preferences)).toEqual({ name: '本局函.docx', lines, bytes: new Uint8Array([7, 8]) });
  await user.click(screen.getByRole('button', { name: '用内置的' }));
  expect(screen.getByText('模板：内置')).toBeTruthy();
  expect(services.preferences.get('letter-template')).toBeNull();
});

test('a sheet that cannot be read is told, and what is kept and no template any more is nothing', async () => {
  const { services, user } = await openLetter(() => [], {
    templateSheets: () => Promise.resolve(good([{ sheetId: 's1', name: '自评表' }])),
    sheetTemplate: () => Promise.resolve(bad({ kind: 'sheet-missing', sheet: '自评表' })),
  });
  await user.click(screen.getByRole('button', { name: '换模板…' }));
  await screen.findByRole('option', { name: '自评表' });
  await user.selectOptions(screen.getByLabelText('工作簿里的一张工作表'), '自评表');
  expect(await screen.findByText('找不到工作表“自评表”，它可能已被删除。')).toBeTruthy();
  for (const text of [
    '{',
    '{"name":1}',
    '{"name":"甲","lines":["乙"],"bytes":null}',
    '{"name":"甲","lines":["【问题】"],"bytes":"%"}',
  ]) {
    services.preferences.set('letter-template', text);
    expect(keptTemplate(services.preferences)).toBeNull();
  }
});

test('of two thousand findings only the ticks near the screen are drawn, and each says its place among all', async () => {
  const report = sheetReport();
  const [form] = report.forms;
  const many = Array.from({ length: 2001 }, (_, row) => ({ ...form!.findings[0]!, cells: [{ row, column: 0 }] }));
  const forms = [{ ...form!, findings: many, allFindings: many }];
  const { asked, user } = await openLetter(() => [], { review: () => Promise.resolve(good({ ...report, forms })) });
  const group = screen.getByRole('group', { name: '写进函里的问题' });
  const drawn = within(group).getAllByRole('checkbox');
  expect(drawn.length).toBeLessThan(100);
  expect(drawn[0]!.closest('li')?.getAttribute('aria-setsize')).toBe('2001');
  await user.click(drawn[0]!);
  expect(asked.at(-1)!.forms[0]!.findings).toHaveLength(2000);
});

describe('about the forms of the workbook', () => {
  const [report] = [sheetReport()];
  const sheetOf = (name: string, unit: string) => ({
    sheet: { id: name, name, visibility: 'visible' as const, isActive: false },
    report: good({
      ...report,
      sheetName: name,
      forms: report.forms.map((form) => ({
        ...form,
        form: { ...form.form, sheetName: name, unit: { ...form.form.project!, text: unit } },
      })),
    }),
  });

  test('those of the first unit are ticked; another is added by its tick, and all go into one letter', async () => {
    const { asked, files, user } = await openLetter(() => [], {
      reviewAll: () =>
        Promise.resolve(
          good({ sheets: [sheetOf('甲', '某局'), sheetOf('乙', '某局'), sheetOf('丙', '另一局')], isCancelled: false }),
        ),
    });
    await user.click(screen.getByRole('button', { name: '整个工作簿' }));
    await user.click(await screen.findByRole('button', { name: '复核整个工作簿' }));
    const group = await screen.findByRole('group', { name: '写进函里的表' });
    const names = () => asked.at(-1)!.forms.map(({ form }) => form.form.sheetName);
    await waitFor(() => expect(names()).toEqual(['甲', '乙']));
    await user.click(within(group).getByLabelText(/^丙（另一局）：\d+ 处$/u));
    await waitFor(() => expect(names()).toEqual(['甲', '乙', '丙']));
    await user.click(screen.getByRole('button', { name: '存为 Word' }));
    expect(files.at(-1)?.forms).toHaveLength(3);
  });
});
