/** The demo's server hands out its folders and nothing else. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo, type DemoServer } from '../../src/demo/server';
import { fileFor, type Mount } from '../../src/demo/staticFiles';
import { serveSite } from '../support/siteServer';

let folder: string;
let mounts: readonly Mount[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
  for (const name of ['pane', 'pane-secret', 'page']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'pane-secret', 'a.txt'), 'secret');
  writeFileSync(join(folder, 'pane', 'a b.js'), '1');
  writeFileSync(
    join(folder, 'pane', 'taskpane.html'),
    '<head><title>x</title><script src="assets/boot.js"></script><script src="office-js/office.js" defer></script></head>',
  );
  writeFileSync(join(folder, 'page', 'index.html'), 'demo');
  mkdirSync(join(folder, 'pane', 'assets'));
  for (const name of ['icon-32.png', 'icon.svg', 'boot.js']) writeFileSync(join(folder, 'pane', 'assets', name), '');
  mounts = [{ path: '/pane', folder: join(folder, 'pane') }];
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a request path', () => {
  test('names a file of its mount', () => {
    expect(fileFor(mounts, '/pane/a%20b.js')).toBe(join(folder, 'pane', 'a b.js'));
  });

  test.each([
    ['leaves the folder', '/pane/../secret.txt'],
    ['leaves it in disguise', '/pane/%2e%2e/secret.txt'],
    ['leaves it by an encoded slash', '/pane/..%2fsecret.txt'],
    ['leaves it by a backslash', '/pane/..\\secret.txt'],
    ['names a folder whose name only starts alike', '/pane/../pane-secret/a.txt'],
    ['is no folder of ours', '/etc/passwd'],
    ['names a folder', '/pane/'],
    ['holds a zero byte', '/pane/a%20b.js%00'],
    ['cannot be decoded', '/pane/%E0%A4%A'],
    ['names nothing', '/pane/missing.js'],
  ])('that %s finds nothing', (_, path) => {
    expect(fileFor(mounts, path)).toBeNull();
  });
});

describe('the server', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await serveDemo({ pane: join(folder, 'pane'), page: join(folder, 'page') }, 0);
  });
  afterAll(() => server.close());

  test.each([
    ['assets/icon-32.png', null],
    ['assets/icon.svg', 'no-cache'],
    ['assets/boot.js', 'no-cache'],
    ['a%20b.js', 'no-cache'],
    ['taskpane.html', 'no-store'],
    ['missing.js', 'no-store'],
  ])('manifest reference: sends with %s the Cache-Control %s', async (path, sent) => {
    expect((await fetch(`${server.url}/pane/${path}`)).headers.get('Cache-Control')).toBe(sent);
  });

  test('sends a file again only where it is another one than the browser has', async () => {
    const boot = `${server.url}/pane/assets/boot.js`;
    const ask = async (tag: string): Promise<Response> => fetch(boot, { headers: { 'If-None-Match': tag } });
    const tag = (await fetch(boot)).headers.get('ETag') ?? '';
    expect((await ask(tag)).status).toBe(304);
    const path = join(folder, 'pane/assets/boot.js');
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    const anew = await ask(tag);
    expect([anew.status, await anew.text()]).toEqual([200, readFileSync(path, 'utf8')]);
    expect(anew.headers.get('ETag')).not.toBe(tag);
    expect((await fetch(`${server.url}/pane/assets/icon-32.png`)).headers.get('ETag')).toBeNull();
  });

  test('puts one script before all others into the page of the pane, and changes nothing else', async () => {
    const html = await (await fetch(`${server.url}/pane/taskpane.html`)).text();
    expect(html).toBe(
      '<head><title>x</title><script src="/demo/before-office.js"></script>' +
        '<script src="assets/boot.js"></script><script src="office-js/office.js" defer></script></head>',
    );
  });

  test('serves the demo page at its root and office.js beside the pane', async () => {
    expect(await (await fetch(`${server.url}/`)).text()).toBe('demo');
    const office = await fetch(`${server.url}/pane/office-js/office.js`);
    expect(office.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await office.text()).length).toBeGreaterThan(10_000);
  });

  test('answers 404 to what is not there and 405 to what is not a question', async () => {
    expect((await fetch(`${server.url}/pane/missing.js`)).status).toBe(404);
    expect((await fetch(`${server.url}/`, { method: 'POST' })).status).toBe(405);
  });

  test('refuses a port that is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveDemo({ pane: folder, page: folder }, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

test('manifest reference: a site that is tried sends its Cache-Control with everything but icons', async () => {
  const server = await serveSite([{ path: '', folder: join(folder, 'pane') }], [['Cache-Control', 'no-cache']]);
  const icon = await fetch(`${server.url}/assets/icon-32.png`);
  const script = await fetch(`${server.url}/assets/boot.js`);
  expect([icon.status, icon.headers.get('Cache-Control')]).toEqual([200, null]);
  expect(script.headers.get('Cache-Control')).not.toBeNull();
  await server.close();
});

test('manifest reference: the development server is not told to say anything of keeping files', () => {
  expect(readFileSync('src/demo/serveToExcel.ts', 'utf8')).not.toMatch(/cache/i);
});
