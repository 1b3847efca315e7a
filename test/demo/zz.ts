import { resolve } from 'node:path'; import { chromium } from 'playwright-core'; import { serveDemo } from './server';
void (async () => { const s = await serveDemo({ pane: resolve('dist/journeys/pane'), page: resolve('dist/journeys/page') }, 0);
 const b = await chromium.launch({ executablePath: '/usr/bin/chromium' }); const p = await b.newPage({viewport:{width:1366,height:768}, locale:'zh-CN'});
 p.on('console', m => console.log(m.type(), m.text().slice(0,600))); p.on('pageerror', e => console.log('ERR', e.message, e.stack?.slice(0,800)));  p.on('requestfailed', r => console.log('FAILED', r.url()));
 await p.goto(s.url); const f = p.frameLocator('#pane'); await f.getByRole('button', { name: '复核', exact: true }).click(); await p.waitForTimeout(2500);
 await p.screenshot({ path: '/tmp/demo1.png' }); console.log((await f.locator('body').innerText()).slice(0, 1500));
 for (const r of await f.getByRole('button').all()) console.log('BUTTON', await r.textContent(), await r.getAttribute('aria-label'));
 for (const r of await f.getByRole('tab').all()) console.log('TAB', await r.textContent());
 await b.close(); await s.close(); })();
