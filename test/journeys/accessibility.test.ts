/** axe finds nothing on any view, in any colours, and no view scrolls sideways at any width. */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import { disconnect, leave, type Session } from './session';
import { eyesOf, openView, views } from './views';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let session: Session | null = null;
afterEach(async () => {
  if (session) await leave(session);
  session = null;
});
afterAll(disconnect);

async function problemsIn({ page }: Session): Promise<readonly string[]> {
  const frame = page.frames().find((one) => one.url().includes('/pane/'));
  if (!frame) throw new Error('The pane is not there');
  await frame.evaluate(source);
  return frame.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document);
    const { clientWidth, scrollWidth } = document.documentElement;
    const main = document.querySelector('main');
    const isWide = scrollWidth > clientWidth || (main !== null && main.scrollWidth > main.clientWidth);
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`),
      ...(isWide ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : []),
    ];
  });
}

describe.each(views)('$name', (view) => {
  test.each([
    ['light', 'zh-CN', 320],
    ['dark', 'en', 270],
    ['high-contrast', 'zh-CN', 500],
  ] as const)('in %s, %s, at %i pixels', async (colours, language, width) => {
    session = await openView(view, eyesOf(colours, language), width);
    expect(await problemsIn(session)).toEqual([]);
  });
});
