/** The letter to the unit in the pane: what goes in is ticked, what is missing is said before anything is saved. */
import './support/jsdom';
import { screen } from '@testing-library/react';
import type { LetterRequest } from '../../src/pane/services';
import type { LetterSlot } from '../../src/papers/letterWords';
import { FakeServices, openReviewed } from './support/pane';

async function openLetter(unfilled: (request: LetterRequest) => readonly LetterSlot[]) {
  const asked: LetterRequest[] = [];
  const files: LetterRequest[] = [];
  const services = new FakeServices({
    letter: (request) => {
      asked.push(request);
      return Promise.resolve({ text: '函的全文', unfilled: unfilled(request), known: { 单位: '某局' } });
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
  const { findings } = asked.at(-1)!.form;
  expect(asked.at(-1)!.findings).toEqual(findings.filter(({ severity }) => severity !== 'P2'));
  const [first] = screen.getAllByRole('checkbox', { checked: true });
  await user.click(first!);
  expect(asked.at(-1)!.findings).toHaveLength(findings.filter(({ severity }) => severity !== 'P2').length - 1);
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
