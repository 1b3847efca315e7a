/** axe finds nothing on any view, in any colours, and no view scrolls sideways at any width. */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Locale } from '../../src/words';
import { disconnect, type Eyes, leave, type Session } from './session';
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
