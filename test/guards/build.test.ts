/** What webpack.config.js makes of its options: where office.js comes from, the policy, the stamped manifest. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import webpack from 'webpack';
import { paneConfiguration, type PaneEnvironment } from '../../src/demo/paneConfiguration';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Builds everything around the program (page, assets, manifest), with an empty program in the pane's place. */
async function build(env: PaneEnvironment): Promise<{ readonly page: string; readonly manifest: string }> {
  const entry = join(folder, 'empty.js');
  writeFileSync(entry, '');
  const configuration = paneConfiguration({ ...env, out: join(folder, 'pane') }, { mode: 'production' });
  await new Promise<void>((done, fail) => {
    const compiler = webpack({ ...configuration, entry: { taskpane: entry } });
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error || !stats || stats.hasErrors()) fail(error ?? new Error(stats?.toString('errors-only')));
        else done();
      });
    });
  });
  return {
    page: readFileSync(join(folder, 'pane', 'taskpane.html'), 'utf8'),
    manifest: readFileSync(join(folder, 'manifest.xml'), 'utf8'),
  };
}

test.each([
  ['cdn', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', "'self' https://appsforoffice.microsoft.com"],
  [
    'cn',
    'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
    "'self' https://appsforoffice.cdn.partner.office365.cn",
  ],
  ['self', 'office-js/office.js', "'self'"],
])(
  '--env office=%s loads office.js from there, and its policy allows no other scripts',
  async (office, url, allowed) => {
    const { page } = await build({ office });
    const { document } = new JSDOM(page).window;
    const scripts = [...document.scripts].map((script) => script.getAttribute('src'));
    expect(scripts).toEqual(['assets/boot.js', url, 'taskpane.js']);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toContain(`script-src ${allowed};`);
    expect(readFileSync(join(folder, 'pane', 'assets', 'boot.js'), 'utf8')).toBe(
      readFileSync('assets/boot.js', 'utf8'),
    );
  },
);

test('--env baseUrl=… is stamped into a copy of the manifest, everywhere', async () => {
  const { manifest } = await build({ baseUrl: 'https://office.example.gov.cn/zipin/' });
  expect(manifest).not.toContain('localhost');
  expect(manifest).toContain('"https://office.example.gov.cn/zipin/taskpane.html"');
  expect(manifest).toContain('"https://office.example.gov.cn/zipin/assets/icon-80.png"');
});

test('without a base address the manifest is the one for development', async () => {
  const { manifest } = await build({});
  expect(manifest).toBe(readFileSync(resolve('manifest.xml'), 'utf8'));
});

test.each([
  ['a plain http address', { baseUrl: 'http://office.example.gov.cn' }, /https/],
  ['an office.js from nowhere', { office: 'mirror' }, /cdn, cn, self/],
])('%s is refused', async (_, env, message) => {
  await expect(build(env)).rejects.toThrow(message);
});
