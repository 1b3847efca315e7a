/**
 * `npm run package:check`: the whole way from a clone to a pane, on a machine with git, unzip, openssl, nginx, certutil
 * and Chromium (Debian: apt-get install git unzip openssl nginx-light libnss3-tools chromium).
 *
 * A clean clone is installed and packaged, unzipped, served by nginx with the configuration of the package, over https
 * with a certificate of a private authority that the browser was told to trust. The pane reviews and writes there,
 * with the simulated Excel, with every host name but the server's own unresolvable.
 *   --worktree     packages the files as they are here, committed or not, instead of a clone
 *   --keep         leaves the folder, and says where it is
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { browserPath } from '../journeys/places';
import { packageName } from './contents';
import { excelScript } from './excelScript';
import { headers, places, policyOf } from './hosting';
import { Obstacle, runCommand } from './obstacle';
import { reviewAndWrite, visitPane } from './visit';

const host = 'zipin.example.gov.cn';
const tools = ['git', 'unzip', 'openssl', 'nginx', 'certutil', 'sha256sum'] as const;

function say(text: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);
}

/** Runs a program to its end; what it printed. */
function run(folder: string, program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not so: ${what}`);
  say(`ok: ${what}`);
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** A clone of the last commit with its packages, or a copy of what is here. */
function sources(folder: string): string {
  const clone = join(folder, 'clone');
  if (process.argv.includes('--worktree')) {
    const files = run('.', 'git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0');
    for (const file of files.filter((one) => one !== '' && existsSync(one))) {
      mkdirSync(dirname(join(clone, file)), { recursive: true });
      cpSync(file, join(clone, file));
    }
    symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
    return clone;
  }
  run('.', 'git', 'clone', '--quiet', resolve('.'), clone);
  run(clone, 'npm', 'ci', '--no-audit', '--no-fund');
  return clone;
}

/** An authority of our own, and a certificate by it, as an organisation's IT would make them. */
function certificates(folder: string): void {
  const days = ['-days', '30'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  run(
    folder,
    'openssl',
    'req',
    '-x509',
    ...key,
    ...days,
    '-subj',
    '/CN=Test authority',
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
  );
  run(folder, 'openssl', 'req', ...key, '-subj', `/CN=${host}`, '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(join(folder, 'names.txt'), `subjectAltName=DNS:${host}\nextendedKeyUsage=serverAuth\n`);
  const signing = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names.txt'];
  run(folder, 'openssl', 'x509', '-req', '-in', 'server.csr', ...signing, ...days, '-out', 'server.crt');
}

/** nginx with the packaged server, its three places replaced as the guide says; in the foreground, as our child. */
function serve(folder: string, site: string): ChildProcess {
  const example = readFileSync(join(site, '..', 'hosting', 'nginx.conf'), 'utf8')
    .replace(places.site, `${site}/`)
    .replace(places.certificate, join(folder, 'server.crt'))
    .replace(places.key, join(folder, 'server.key'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const configuration = `daemon off;
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
  run(folder, 'nginx', '-t', '-q', '-p', folder, '-e', join(folder, 'error.log'), '-c', file);
  return spawn('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', file], { stdio: 'inherit' });
}

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string;
}

/** Asks the server as a machine that trusts the private authority. */
function ask(folder: string, port: number, path: string, method = 'GET'): Promise<Answer> {
  const ca = readFileSync(join(folder, 'ca.crt'));
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path, method, ca, servername: host, headers: { host } };
    get(options, (response) => {
      response.resume();
      const header = (name: string): string => String(response.headers[name.toLowerCase()] ?? '');
      done({ status: response.statusCode ?? 0, header });
    }).on('error', fail);
  });
}

async function untilItAnswers(folder: string, port: number): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answers = await ask(folder, port, '/').then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`nginx does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
}

/** Chromium with a profile of its own that trusts the authority, and knows no other server than ours. */
async function tryPane(folder: string, baseUrl: string): Promise<void> {
  const database = join(folder, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  run(folder, 'certutil', '-N', '--empty-password', '-d', `sql:${database}`);
  run(folder, 'certutil', '-A', '-d', `sql:${database}`, '-n', 'test', '-t', 'C,,', '-i', join(folder, 'ca.crt'));
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${host} 127.0.0.1, MAP * ~NOTFOUND`],
    env: { ...process.env, HOME: folder },
  });
  try {
    const { page, problems, requests } = await visitPane(browser, await excelScript(), `${baseUrl}/taskpane.html`);
    await reviewAndWrite(page);
    expectThat(
      (await page.evaluate(() => window.delivery?.cell('I17'))) === 20,
      'the pane reviewed, and wrote a score',
    );
    const breaches = await page.evaluate(() => window.delivery?.breaches);
    expectThat(breaches?.length === 0, 'the policy was not breached once');
    expectThat(problems.length === 0, `no error and no other server: ${problems.join('; ') || 'none'}`);
    say(`   ${requests.length} requests, all to ${new URL(baseUrl).host}`);
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

runCommand(async () => {
  const missing = tools.filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing.length > 0) throw new Obstacle(`缺少：${missing.join('、')}`);
  const folder = mkdtempSync(join(tmpdir(), 'package-check-'));
  // nginx reads the site as a user of its own.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const baseUrl = `https://${host}:${port}/zipin`;
  let nginx: ChildProcess | null = null;
  try {
    const clone = sources(folder);
    say('sources are there');
    const office = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
    const command = [
      'test/delivery/package.ts',
      '--base-url',
      baseUrl,
      '--office',
      office,
      '--share',
      '\\\\fs01\\addins',
    ];
    run(clone, 'npx', 'tsx', ...command, '--out', join(folder, 'first'));
    run(clone, 'npx', 'tsx', ...command, '--out', join(folder, 'second'));
    const zipOf = (name: string): Buffer => readFileSync(join(folder, name, `${packageName}.zip`));
    expectThat(zipOf('first').equals(zipOf('second')), 'two packages of the same sources are equal, byte for byte');

    run(folder, 'unzip', '-q', join(folder, 'first', `${packageName}.zip`));
    const root = join(folder, packageName);
    run(root, 'sha256sum', '--quiet', '--check', 'SHA256SUMS');
    run(root, 'sha256sum', '--quiet', '--check', 'legal/office-js.sha256');
    expectThat(true, 'every file has its sum');

    certificates(folder);
    nginx = serve(folder, join(root, 'site'));
    await untilItAnswers(folder, port);
    const page = await ask(folder, port, '/zipin/taskpane.html');
    expectThat(page.status === 200, `nginx serves taskpane.html over https, trusted by the authority: ${page.status}`);
    const policy = policyOf(readFileSync(join(root, 'site', 'taskpane.html'), 'utf8'));
    const wrong = headers(policy).filter(([name, value]) => page.header(name) !== value);
    expectThat(wrong.length === 0, 'with every header of the example');
    expectThat(
      (await ask(folder, port, '/zipin/taskpane.html', 'POST')).status === 403,
      'it refuses anything but reading',
    );
    expectThat((await ask(folder, port, '/zipin/nothing.js')).status === 404, 'it knows nothing else');
    await tryPane(folder, baseUrl);
    say('the package works');
  } finally {
    nginx?.kill();
    if (process.argv.includes('--keep')) say(folder);
    else rmSync(folder, { recursive: true, force: true });
  }
});
