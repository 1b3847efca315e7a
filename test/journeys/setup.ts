/**
 * Before all journeys: builds pane and demo page once, serves them on a free port, and starts one Chromium.
 * JOURNEYS_BUILD=keep takes the last build as it is, =fast does not minify.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import { buildDemo } from '../../src/demo/build';
import { serveDemo, type DemoFolders, type DemoServer } from '../../src/demo/server';
import { browserPath } from '../../src/delivery/browserPath';
import { screenshots } from './places';

declare global {
  // Handed to teardown.ts, which runs in the same process.
  var journeys: { readonly server: DemoServer; readonly browser: BrowserServer } | undefined;
}

export default async function setUp(): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  const out = resolve('dist/journeys');
  const built: DemoFolders = { pane: resolve(out, 'pane'), page: resolve(out, 'page') };
  const keeps = process.env['JOURNEYS_BUILD'] === 'keep' && existsSync(resolve(built.pane, 'taskpane.html'));
  const folders = keeps ? built : await buildDemo({ fast: process.env['JOURNEYS_BUILD'] === 'fast', out, keep: true });
  const server = await serveDemo(folders, 0);
  const browser = await chromium.launchServer({ executablePath: browserPath(), args: ['--no-sandbox'] });
  globalThis.journeys = { server, browser };
  process.env['JOURNEYS_URL'] = server.url;
  process.env['JOURNEYS_BROWSER'] = browser.wsEndpoint();
}
