/** The recorder works in a page, touches and tells nothing of the user, and a recording shows where the simulator errs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { serveSite, type SiteServer } from '../support/siteServer';
import { visitPane, type Visit } from '../../src/delivery/visit';
import { browserPath } from '../../src/delivery/browserPath';
import type { PlainSheet } from '../../src/simulator/model';
import type {} from './page/excelForRecorder';
import { batchesInCommon, differencesBetween, reportOf } from './compare';
import { parseRecording, type Recording } from './recording';
import { recordSimulated } from './recordSimulated';
import { scenarios } from './scenarios';

const questions = new Map(scenarios.map(({ name, question }) => [name, question]));

test('every scenario has a name and a question of its own', () => {
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  expect(new Set(questions.values()).size).toBe(scenarios.length);
});

describe('in a page', () => {
  let folder: string;
  let browser: Browser;
  let server: SiteServer;
  let visit: Visit;
  /** The user's sheets, before anything was recorded. */
  let before: readonly PlainSheet[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recorder-'));
    const { status, stderr } = spawnSync('npx', ['tsx', resolve('test/recorder/prepare.ts'), folder], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The build failed: ${stderr}`);
    const office = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
    const mounts = [
      { path: '/office-js', folder: office },
      { path: '', folder: join(folder, 'site') },
    ];
    server = await serveSite(mounts, []);
    browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const sheetsNow = async (): Promise<readonly PlainSheet[]> =>
    (await visit.page.evaluate(() => window.workbookNow?.().sheets)) ?? [];
  const open = async (search = ''): Promise<void> => {
    const script = readFileSync(join(folder, 'excel.js'), 'utf8');
    visit = await visitPane(browser, script, `${server.url}/recorder.html${search}`);
    before = await sheetsNow();
    await visit.page.getByRole('button', { name: '开始录制' }).click();
  };
  afterEach(() => visit.page.context().close());

  test('it records every scenario, on sheets of its own, as the simulated Excel in Node answers them', async () => {
    await open();
    await visit.page.getByText('录完了').waitFor({ timeout: 60_000 });
    const recorded = parseRecording(await visit.page.getByRole('textbox', { name: '录制结果' }).inputValue());
    expect(recorded.scenarios.map(({ name }) => name)).toEqual(scenarios.map(({ name }) => name));
    const ended = recorded.scenarios.filter(
      ({ batches, ending }) => ending.kind !== 'answered' || batches.length === 0,
    );
    expect(ended).toEqual([]);

    const simulated = await recordSimulated(recorded.office);
    expect(differencesBetween(recorded, simulated)).toEqual([]);
    const [common, all] = batchesInCommon(recorded, simulated);
    expect([common, all > 100]).toEqual([all, true]);

    const after = await sheetsNow();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).filter(({ name }) => !name.startsWith('录制'))).toEqual([]);
    expect(visit.problems).toEqual([]);
  }, 90_000);

  test('it records nothing in a workbook that holds something', async () => {
    await open('?used');
    await visit.page.getByText('这个工作簿里有内容').waitFor();
    expect(await sheetsNow()).toEqual(before);
    expect(await visit.page.getByRole('textbox').count()).toBe(0);
  }, 30_000);
});

describe('a recording', () => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await recordSimulated();
  });
  const changed = (name: string, from: string, to: string): Recording => ({
    ...recording,
    scenarios: recording.scenarios.map((scenario) => {
      const text = JSON.stringify(scenario);
      if (scenario.name !== name) return scenario;
      expect(text).toContain(from);
      return JSON.parse(text.replaceAll(from, to)) as typeof scenario;
    }),
  });

  test('of an Excel that answers otherwise says where, and what each of the two answered', () => {
    const differences = differencesBetween(changed('error-values', '2.35', '2.34'), recording);
    const [head, ...lines] = reportOf(differences, questions);
    expect(head).toMatch(/^error-values（公式错误.*）：\d+ 处不同$/);
    expect(lines.slice(0, 3)).toEqual(['  ending.answer.values[1][0]', '    Excel 2.34', '    模拟  2.35']);
    expect(
      lines.filter((line) => /^  batches\[0\]\.response\.Results\[\d+\]\.Value\.Values\[1\]\[0\]$/.test(line)),
    ).toHaveLength(1);
  });

  test('whose client asked otherwise is held against by its answers alone', () => {
    const other = changed('shown-texts', '"ActionType":2', '"ActionType":6');
    expect(differencesBetween(other, recording)).toEqual([]);
    const [common, all] = batchesInCommon(other, recording);
    expect(common).toBeLessThan(all);
  });

  test('with other ids is the same', () => {
    const sheet = /\{[0-9A-F-]{36}\}/.exec(JSON.stringify(recording))?.[0] ?? '';
    expect(sheet).not.toBe('');
    const other = JSON.parse(
      JSON.stringify(recording).replaceAll(sheet, '{12345678-AAAA-BBBB-CCCC-1234567890AB}'),
    ) as Recording;
    expect(differencesBetween(other, recording)).toEqual([]);
  });

  test('of an older Excel leaves out what that one cannot do, and is held against by the rest', async () => {
    const older = await recordSimulated({ excelApi: '1.10', displayLanguage: 'zh-CN' });
    const skipped = older.scenarios.filter(({ ending }) => ending.kind === 'skipped').map(({ name }) => name);
    expect(skipped).toContain('most-merged-areas');
    expect(skipped).not.toContain('doubtful-texts');
    expect(differencesBetween(older, recording).filter(({ scenario }) => skipped.includes(scenario))).toEqual([]);
  });

  test.each(['{}', 'null', '{"recording":2,"scenarios":[]}', 'x'])('is not %s', (text) => {
    expect(() => parseRecording(text)).toThrow(SyntaxError);
  });
});
