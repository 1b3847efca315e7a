/** A reviewer's way through a published form: review, look, jump, write, mark, take the marks away. */
import { changedCells, disconnect, leave, openDemo, sheetOf, type Session } from './session';

let session: Session;

afterEach(async () => {
  expect(await leave(session)).toEqual([]);
});
afterAll(disconnect);

/** From some ticked, the box of all first ticks the rest. */
async function untickAll(pane: Session['pane']): Promise<void> {
  const all = pane.getByRole('checkbox', { name: '全部勾选' });
  await all.check();
  await all.uncheck();
}

const costFinding = /预算控制率.*得分 10.*应为 20/;

describe('食堂经费', () => {
  beforeEach(async () => {
    session = await openDemo('published');
    await session.review();
  });

  test('is found to have a score below its rule and a reason pasted twice, and nothing else', async () => {
    const { pane, screenshot } = session;
    await pane.getByText(costFinding).first().waitFor();
    await screenshot('01-findings');
    const text = await pane.locator('body').innerText();
    expect(text).toContain('2 个指标写了同一句原因');
    expect(text).toContain('87.3→91.3–97.3');
    expect(text).toMatch(/P0 致命 1\s/);
    expect(text).toMatch(/P1 重要 1\s/);
    // 9.92 ÷ 11.28 is 87.94%, but amounts are rounded and 87.97% is possible.
    expect(text).not.toContain('执行率写为');
    await pane.getByRole('button', { name: '详情' }).click();
    const details = await pane.getByRole('region', { name: '复核结果' }).innerText();
    expect(details).toMatch(/表中总分\s*87\.3/);
    expect(details).toMatch(/可核定\s*67\.3/);
    expect(details).toMatch(/待评定\s*30（4 项）/);
    expect(details).toMatch(/允许\s*91\.3–97\.3/);
  });

  test('shows the sum behind a finding, and selects its cell', async () => {
    const { pane, cell, page, screenshot } = session;
    expect(await page.locator('#address').textContent()).toBe('A1');
    await pane.getByText(costFinding).first().click();
    await expect(cell('I17').getAttribute('aria-selected')).resolves.toBe('true');
    expect(await page.locator('#address').textContent()).toBe('I17');
    await screenshot('02-jump');
  });

  test('gets the score that was ticked, and only that', async () => {
    const { pane, cell, workbook, screenshot } = session;
    const before = sheetOf(await workbook(), '食堂经费');
    await pane.getByRole('tab', { name: /写入/ }).click();
    await screenshot('03-preview');
    await untickAll(pane);
    await pane.getByRole('checkbox', { name: /^I17/ }).check();
    await pane.getByRole('button', { name: /^写入 \d+ 处/ }).click();
    await pane.getByText('写入结果').waitFor();
    await screenshot('04-written');
    expect(await cell('I17').textContent()).toBe('20');
    expect(changedCells(before, sheetOf(await workbook(), '食堂经费'))).toMatchObject({ I17: { value: 20 } });
  });

  test('is marked without touching a cell, and is as it was when the marks are taken away', async () => {
    const { pane, cell, workbook, screenshot } = session;
    const before = await workbook();
    await pane.getByRole('tab', { name: /写入/ }).click();
    await untickAll(pane);
    await pane.getByRole('switch', { name: /标记/ }).check();
    await pane.getByRole('button', { name: '只做标记' }).click();
    await pane.getByText('写入结果').waitFor();
    await screenshot('05-marked');
    expect(await cell('I17').getAttribute('class')).toContain('marked');
    const marked = await workbook();
    expect(sheetOf(marked, '食堂经费').cells).toEqual(sheetOf(before, '食堂经费').cells);
    expect(sheetOf(marked, '食堂经费').conditionalFormats).not.toEqual([]);

    await pane.getByRole('button', { name: '移除标记' }).click();
    await pane
      .getByText(/已移除 \d+ 处标记/)
      .first()
      .waitFor();
    expect(await cell('I17').getAttribute('class')).not.toContain('marked');
    expect((await workbook()).sheets).toEqual(before.sheets);
  });

  test('is said to be out of date once somebody edits it', async () => {
    const { pane, cell, page } = session;
    await cell('I17').click();
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    await pane.getByText('复核之后，表格有改动').waitFor();
    await pane.getByRole('button', { name: '重新复核', exact: true }).click();
    await pane.getByRole('button', { name: costFinding }).waitFor({ state: 'detached' });
  });
});

describe('other sheets', () => {
  test('衔接资金 shows no arithmetic problem', async () => {
    session = await openDemo('published');
    await session.page.getByRole('tab', { name: '衔接资金' }).click();
    await session.review();
    await session.screenshot('06-funds');
    const text = await session.pane.locator('body').innerText();
    expect(text).not.toMatch(/P0 致命 [1-9]/);
    expect(text).not.toMatch(/应为|合计.*[多少] /);
  });

  test('规划编制费 is reported as shifted, and nothing of it is scored', async () => {
    session = await openDemo('published');
    await session.page.getByRole('tab', { name: '规划编制费' }).click();
    await session.review();
    await session.screenshot('07-shifted');
    const text = await session.pane.locator('body').innerText();
    expect(text).toMatch(/错开|错位/);
    expect(text).not.toMatch(/得分 \d+，按规则应为/);
  });

  test('a clean form says so, and what was examined', async () => {
    session = await openDemo('clean');
    await session.review();
    await session.screenshot('08-clean');
    await session.pane.getByText('没有发现问题').first().waitFor();
    await session.pane.getByRole('button', { name: '详情' }).click();
    expect(await session.pane.locator('body').innerText()).toMatch(/复核了 \d+ 个指标，\d+ 项检查/);
  });
});
