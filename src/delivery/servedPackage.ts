/**
 * The half of `npm run package:check` that runs with the network cut: an unzipped package is served by nginx and tried
 * in Chromium, and then spoiled in every way that happens, which must be found each time. dryRun.ts starts it in a
 * network of its own that has no device but the loopback: `tsx servedPackage.ts <folder> <address of the pages>`.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { browserPath } from './browserPath';
import { packageName } from './contents';
import { excelScript } from './excelScript';
import { headers, places, policyOf } from './hosting';
import { runDelivery } from './obstacle';
import { reviewAndWrite, visitPane } from './visit';

/** A package on its server. */
interface Served {
  /** Where nginx may leave its files; below it, the unzipped package. */
  readonly folder: string;
  readonly root: string;
  /** The files of the authority and the certificate: ca.crt, server.crt, server.key. */
  readonly keys: string;
  readonly baseUrl: string;
}

/** A line with the time. */
export function say(text: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);
}

/** Runs a program to its end; what it printed. */
export function run(folder: string, program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Says that something holds, or throws with the same words. */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not so: ${what}`);
  say(`ok: ${what}`);
}

/** An authority of our own, and a certificate by it, as an organisation's IT would make them. */
function makeCertificates(folder: string, host: string, daysLeft = 30): void {
  mkdirSync(folder, { recursive: true });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = ['-x509', '-days', '30', '-subj', '/CN=Test authority', '-keyout', 'ca.key', '-out', 'ca.crt'];
  run(folder, 'openssl', 'req', ...key, ...authority);
  run(folder, 'openssl', 'req', ...key, '-subj', `/CN=${host}`, '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(join(folder, 'names.txt'), `subjectAltName=DNS:${host}\nextendedKeyUsage=serverAuth\n`);
  const signing = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names.txt'];
  const days = ['-days', String(daysLeft)];
  run(folder, 'openssl', 'x509', '-req', '-in', 'server.csr', ...signing, ...days, '-out', 'server.crt');
}

/** No way out of this machine: no device but the loopback, and a connection outwards has no route. */
async function expectCut(): Promise<void> {
  const devices = Object.keys(networkInterfaces());
  const reached = await new Promise<string>((done) => {
    // An address for documentation: nobody answers there, but a machine with a network would try.
    const socket = connect({ host: '192.0.2.1', port: 443, timeout: 2_000 });
    socket.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? ''));
    for (const event of ['connect', 'timeout'] as const) socket.on(event, () => done(event));
  });
  expectThat(
    devices.join() === 'lo' && reached === 'ENETUNREACH',
    `the network is cut: ${devices.join()}, ${reached} outwards`,
  );
}

/** nginx with the packaged server, its places replaced as it says; in the foreground, as our child. */
function serve({ folder, root, keys }: Served): ChildProcess {
  const example = readFileSync(join(root, 'hosting', 'nginx.conf'), 'utf8')
    .replaceAll(places.site, `${root}/site/`)
    .replaceAll(places.certificate, join(keys, 'server.crt'))
    .replaceAll(places.key, join(keys, 'server.key'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const configuration = `daemon off;
# This network knows no other user.
user root root;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
    include /etc/nginx/mime.types;
    access_log ${folder}/access.log;
${temporary.map((name) => `    ${name}_temp_path ${folder}/${name};\n`).join('')}${example}}
`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration);
  const options = ['-p', folder, '-e', join(folder, 'error.log'), '-c', file];
  run(folder, 'nginx', '-t', '-q', ...options);
  return spawn('nginx', options, { stdio: 'inherit' });
}

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string;
}

/** Asks the server as a machine that trusts the private authority. */
function ask({ keys, baseUrl }: Served, path: string, method = 'GET'): Promise<Answer> {
  const ca = readFileSync(join(keys, 'ca.crt'));
  const { hostname, port } = new URL(baseUrl);
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path, method, ca, servername: hostname, headers: { host: hostname } };
    get(options, (response) => {
      response.resume();
      const header = (name: string): string => String(response.headers[name.toLowerCase()] ?? '');
      done({ status: response.statusCode ?? 0, header });
    }).on('error', fail);
  });
}

async function untilItAnswers(served: Served): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await ask(served, '/');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`nginx does not answer: ${readFileSync(join(served.folder, 'error.log'), 'utf8')}`);
}

/** Chromium with a profile of its own that trusts the authority, and knows no other server than ours. */
async function tryPane({ folder, keys, baseUrl }: Served): Promise<void> {
  const database = join(folder, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  run(folder, 'certutil', '-N', '--empty-password', '-d', `sql:${database}`);
  run(folder, 'certutil', '-A', '-d', `sql:${database}`, '-n', 'test', '-t', 'C,,', '-i', join(keys, 'ca.crt'));
  const { hostname } = new URL(baseUrl);
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${hostname} 127.0.0.1, MAP * ~NOTFOUND`],
    env: { ...process.env, HOME: folder },
  });
  try {
    const { page, problems, requests } = await visitPane(browser, await excelScript(), `${baseUrl}/taskpane.html`);
    const review = page.getByRole('button', { name: '复核', exact: true });
    const excuse = page.locator('#boot[data-reason]');
    await review.or(excuse).first().waitFor();
    const reason = (await review.isVisible()) ? 'it does' : await excuse.getAttribute('data-reason');
    expectThat(reason === 'it does', `the pane stands: ${reason}`);
    await reviewAndWrite(page);
    expectThat(
      (await page.evaluate(() => window.delivery?.cell('I17'))) === 20,
      'the pane reviewed, and wrote a score',
    );
    const breaches = (await page.evaluate(() => window.delivery?.breaches)) ?? [];
    expectThat(
      breaches.length === 0,
      `the policy was not breached: ${breaches.map(({ directive, blocked }) => `${directive} ${blocked}`).join('; ') || 'not once'}`,
    );
    expectThat(problems.length === 0, `no error and no other server: ${problems.join('; ') || 'none'}`);
    say(`   ${requests.length} requests, all to ${new URL(baseUrl).host}`);
    await tryWorkbench(browser, baseUrl);
    await page.goto(`${baseUrl}/assets/guide/user-guide.html`);
    expectThat(
      (await page.getByRole('heading', { level: 1 }).textContent())?.includes('自评复核') === true,
      'the guide opens',
    );
    const broken = await page.evaluate(() => [...document.images].filter((image) => image.naturalWidth === 0).length);
    expectThat(broken === 0, 'the guide shows its pictures');
  } finally {
    await browser.close();
  }
}

/** The page without Excel opens a file and reviews it there. */
async function tryWorkbench(browser: Browser, baseUrl: string): Promise<void> {
  const { page, problems } = await visitPane(browser, '', `${baseUrl}/workbench/index.html`);
  await page.locator('input[type=file]').first().setInputFiles(resolve('src/demo/samples/huaiyuan-2023.xlsx'));
  await page.getByRole('button', { name: '复核', exact: true }).click();
  await page
    .getByText(/复核了 \d+ 个指标/)
    .first()
    .waitFor();
  expectThat(problems.length === 0, `the page without Excel reviews a file: ${problems.join('; ') || 'no error'}`);
  await page.context().close();
}

/** Serves the package and tries everything; throws at the first thing that is not so. */
async function tryPackage(served: Served): Promise<void> {
  const { root } = served;
  const nginx = serve(served);
  try {
    await untilItAnswers(served);
    const page = await ask(served, '/zipin/taskpane.html');
    expectThat(page.status === 200, `nginx serves taskpane.html over https, trusted by the authority: ${page.status}`);
    const policy = policyOf(readFileSync(join(root, 'site', 'taskpane.html'), 'utf8'));
    const wrong = headers(policy).filter(([name, value]) => page.header(name) !== value);
    expectThat(wrong.length === 0, `with every header of the example: ${wrong.map(([name]) => name).join() || 'all'}`);
    expectThat((await ask(served, '/zipin/taskpane.html', 'POST')).status === 403, 'it refuses anything but reading');
    expectThat((await ask(served, '/zipin/nothing.js')).status === 404, 'it knows nothing else');
    await tryPane(served);
  } finally {
    const ended = new Promise((done) => nginx.on('exit', done));
    nginx.kill();
    await ended;
  }
}

/** What goes wrong where packages are installed, and the words with which the walk must then stop. */
const defects: readonly (readonly [what: string, stopsWith: RegExp, spoil: (served: Served) => void])[] = [
  [
    'office.js is missing',
    /Not so: the pane stands: office-missing/,
    ({ root }) => rmSync(join(root, 'site/office-js/office.js')),
  ],
  [
    "Excel's part of office.js is missing",
    /Not so: the pane stands: office-missing/,
    ({ root }) => rmSync(join(root, 'site/office-js/excel-win32-16.01.js')),
  ],
  [
    'a part of the pane is missing',
    /waiting for getByText\(\/复核了/,
    ({ root }) => rmSync(join(root, 'site/review.js')),
  ],
  [
    'a script of the pane asks another server',
    /Not so: the policy was not breached: connect-src https:\/\/example\.com/,
    ({ root }) => appendFileSync(join(root, 'site/taskpane.js'), ';fetch("https://example.com/").catch(() => 0);'),
  ],
  [
    "the server's policy is another than the page's",
    /Not so: with every header of the example: Content-Security-Policy/,
    ({ root }) => edit(join(root, 'hosting/nginx.conf'), "script-src 'self'", "script-src 'none'"),
  ],
  [
    'the policy of page and server forbids the pane its scripts',
    /waiting for getByRole\('button', { name: '复核'/,
    ({ root }) => {
      edit(join(root, 'hosting/nginx.conf'), "script-src 'self'", "script-src 'none'");
      edit(join(root, 'site/taskpane.html'), "script-src 'self'", "script-src 'none'");
    },
  ],
  [
    'the certificate has expired',
    /certificate has expired/,
    ({ keys, baseUrl }) => makeCertificates(keys, new URL(baseUrl).hostname, -1),
  ],
  [
    'the certificate is for another name',
    /does not match certificate's altnames/,
    ({ keys }) => makeCertificates(keys, 'other.example.gov.cn'),
  ],
  [
    'the guide lacks a picture',
    /Not so: the guide shows its pictures/,
    ({ root }) => rmSync(join(root, 'site/assets/guide/overview.png')),
  ],
];

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

/** Spoils a copy of the package and its certificates, and throws unless the walk stops with the words that it should. */
async function expectFound(good: Served, [what, stopsWith, spoil]: (typeof defects)[number]): Promise<void> {
  const folder = join(good.folder, 'spoiled');
  rmSync(folder, { recursive: true, force: true });
  const spoiled = { ...good, folder, root: join(folder, packageName), keys: join(folder, 'keys') };
  cpSync(good.root, spoiled.root, { recursive: true });
  cpSync(good.keys, spoiled.keys, { recursive: true });
  spoil(spoiled);
  const stopped = await tryPackage(spoiled).then(
    () => null,
    (error: unknown) => String(error),
  );
  if (stopped === null || !stopsWith.test(stopped))
    throw new Error(`${what}: not found, but ${stopped ?? 'all went well'}`);
  say(`found: ${what} (${stopped.split('\n')[0] ?? ''})`);
}

if (require.main === module) {
  runDelivery(async () => {
    const [, , folder = '', baseUrl = ''] = process.argv;
    run('/', 'ip', 'link', 'set', 'lo', 'up');
    await expectCut();
    const served: Served = { folder, root: join(folder, packageName), keys: join(folder, 'keys'), baseUrl };
    makeCertificates(served.keys, new URL(baseUrl).hostname);
    await tryPackage(served);
    say('the package works; now it is spoiled, and each defect must be found');
    for (const defect of defects) await expectFound(served, defect);
  });
}
