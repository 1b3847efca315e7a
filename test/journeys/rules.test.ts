/** The rubric in force: exported as a file, edited, imported from a file and as pasted text, refused and used. */
import { buffer } from 'node:stream/consumers';
import { disconnect, leave, openDemo, type Session } from './session';

let session: Session;

beforeEach(async () => {
  session = await openDemo('published');
  await session.review();
  await button('详情').click();
  await button('换评分规则').click();
  await button('修改现用的规则').click();
  await session.pane.getByText('高级：规则的 JSON').click();
  await text().waitFor();
});
afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

const button = (name: string | RegExp) => session.pane.getByRole('button', { name });
const text = () => session.pane.getByRole('textbox', { name: '规则的 JSON' });

async function saved(): Promise<{ readonly name: string; readonly json: string }> {
  const downloading = session.page.waitForEvent('download');
  await button('导出为文件').click();
  const download = await downloading;
  const json = (await buffer(await download.createReadStream())).toString('utf8');
  return { name: download.suggestedFilename(), json };
}

test('is saved as a file that holds what is shown, with copying beside it where a host saves no files', async () => {
  const { json, name } = await saved();
  expect(name).toBe('national-2020.json');
  expect(json).toBe(await text().inputValue());
  // A profile of one's own bears no built-in's name.
  expect(JSON.parse(json)).toMatchObject({ id: 'national-2020-edited', total: 100 });
  await session.pane.getByText(/按了“导出为文件”没有反应时/).waitFor();
  await button('复制 JSON').waitFor();
});

test('is edited in its weights, refused while they do not add up, and used once they do', async () => {
  const { pane } = session;
  const weight = (name: string) => pane.getByRole('spinbutton', { name: `${name}的分值` });
  await weight('产出').fill('45');
  await pane.getByText('一级指标的分值：一级指标分值合计 95，应为 100。').waitFor();
  expect(await button('采用这套规则').getAttribute('aria-disabled')).toBe('true');
  await weight('效益').fill('35');
  await button('采用这套规则').click();
  await pane.getByText('由您选定').waitFor();
  await button('返回结果').click();
  await pane.getByText(/（由您选定）$/).waitFor();
});

test('is imported from a file that was saved before and edited elsewhere', async () => {
  const { pane } = session;
  const { json } = await saved();
  const own = { ...(JSON.parse(json) as Record<string, unknown>), id: 'own-county', title: '本县规则' };
  const file = { name: '本县规则.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(own)) };
  await pane.locator('input[type=file]').setInputFiles(file);
  await button('采用这套规则').click();
  await pane.getByText('由您选定').waitFor();
  await button('返回结果').click();
  await pane.getByText(/^本县规则，.*（由您选定）$/).waitFor();
});

test('is imported as pasted text, and a text that is none is refused in one sentence', async () => {
  const { pane } = session;
  const own = { ...(JSON.parse(await text().inputValue()) as Record<string, unknown>), title: '粘贴的规则' };
  await text().fill('这不是规则');
  await pane.getByText('这段文字不是 JSON，请检查括号、引号和逗号。').waitFor();
  await text().fill(JSON.stringify(own));
  await button('采用这套规则').click();
  await pane.getByText('由您选定').waitFor();
  await button('返回结果').click();
  await pane.getByText(/^粘贴的规则，.*（由您选定）$/).waitFor();
});
