/** axe finds nothing on any view, in any colours, no view scrolls sideways at any width, and a result is heard as sentences. */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import { checks } from '../../src/core/checks';
import type { Locale } from '../../src/words';
import { disconnect, type Eyes, leave, openDemo, type Session } from './session';
import { eyesOf, openView, seeOtherwise, type View, views } from './views';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What is open: a view is looked at in all its colours before it is left. */
let open: { readonly session: Session; readonly view: View; readonly language: Locale } | null = null;
afterAll(disconnect);

async function leaveWhatIsOpen(): Promise<void> {
  const { session } = open ?? {};
  open = null;
  if (session) await leave(session);
}

/** The view in those colours: the one that is open if it is in that language, else from its beginning. */
async function see(view: View, eyes: Eyes, width: number): Promise<Session> {
  if (open?.view === view && open.language === eyes.language) {
    await seeOtherwise(open.session, eyes, width);
    return open.session;
  }
  await leaveWhatIsOpen();
  const session = await openView(view, eyes, width);
  open = { session, view, language: eyes.language };
  return session;
}

async function problemsIn({ page }: Session): Promise<readonly string[]> {
  const frame = page.frames().find((one) => one.url().includes('/pane/'));
  if (!frame) throw new Error('The pane is not there');
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  return frame.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    // What passes is not gathered: every rule runs all the same.
    const { violations } = await inPage.run(document, { resultTypes: ['violations'] });
    const { clientWidth, scrollWidth } = document.documentElement;
    const main = document.querySelector('main');
    const isWide = scrollWidth > clientWidth || (main !== null && main.scrollWidth > main.clientWidth);
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`),
      ...(isWide ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : []),
    ];
  });
}

/** What a screen reader goes through after a review, from top to bottom. */
const heard = `- banner:
  - heading "食堂经费" [level=1]
  - paragraph: 表中总分 87.3，允许 91.3–97.3。
  - paragraph: 待评定 4
  - group "按严重程度筛选":
    - button "P0 致命 1": "1"
    - button "P1 重要 1": "1"
    - button "P2 优化 1": "1"
  - button "重新复核"
  - button "详情"
- main:
  - status: 复核完成：致命 1 项，重要 1 项，优化 1 项。还有 4 项待评定。
  - navigation "其他页面":
    - button "整个工作簿"
    - button "评分规则"
    - button "设置"
    - button "帮助"
  - paragraph: 刚才没有改动表格，但这个版本的 Excel 每次复核都会清空撤销记录，这次已清空撤销记录。
  - button "知道了"
  - text: 还有 4 项待评定
  - button "逐项评定"
  - tablist "查看":
    - tab "问题" [selected]
    - tab "得分"
    - tab "写入"
    - tab "报告"
  - tabpanel "问题":
    - combobox "分组":
      - option "按严重程度" [selected]
      - option "按指标"
      - option "按检查项"
    - button "复制问题"
    - status
    - region "P0 致命 1":
      - heading "P0 致命 1" [level=2]
      - list:
        - listitem:
          - button "I17：“预算控制率”得分 10，按规则应为 20，少 10。算式：87.97% ≤ 100%，达到目标，得满分 20"
    - region "P1 重要 1":
      - heading "P1 重要 1" [level=2]
      - list:
        - listitem:
          - button "J14：2 个指标写了同一句原因：就餐人数、预算控制率。"
    - region "P2 优化 1":
      - heading "P2 优化 1" [level=2]
      - list:
        - listitem:
          - button "G22：“工作人员对政府保障资金满意度”完成值 100%，建议备注样本量和问卷情况。"
    - paragraph: 复核了 9 个指标，${checks.length} 项检查。 其中 4 项待评定，没有唯一的应得分。`;

test('the result is heard as sentences', async () => {
  const session = await openDemo('published');
  await session.review();
  expect(await session.pane.locator('body').ariaSnapshot()).toBe(heard);
  await leave(session);
});

describe.each(views)('$name', (view) => {
  afterAll(leaveWhatIsOpen);

  test.each([
    ['light', 'zh-CN', 320],
    ['high-contrast', 'zh-CN', 500],
    ['dark', 'en', 270],
  ] as const)('in %s, %s, at %i pixels', async (colours, language, width) => {
    const session = await see(view, eyesOf(colours, language), width);
    expect(await problemsIn(session)).toEqual([]);
  });
});
