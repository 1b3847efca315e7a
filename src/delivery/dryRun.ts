/**
 * `npm run package:check`: the whole way from a clone to a pane, on a machine with git, unzip, openssl, nginx, certutil,
 * unshare, ip and Chromium (Debian: apt-get install git unzip openssl nginx-light libnss3-tools iproute2 chromium).
 *
 * A clean clone is installed and packaged, unzipped, and checked against its sums. Then the network is cut (see
 * servedPackage.ts): nginx serves the package with its own configuration over https, with a certificate of a private
 * authority that the browser was told to trust; the pane reviews and writes there, with the simulated Excel.
 *   --worktree     packages the files as they are here, committed or not, instead of a clone
 *   --keep         leaves the folder, and says where it is
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
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
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { packageName } from './contents';
import { Obstacle, runDelivery } from './obstacle';
import { expectThat, run, say } from './servedPackage';

const host = 'zipin.example.gov.cn';
const tools = ['git', 'unzip', 'openssl', 'nginx', 'certutil', 'sha256sum', 'unshare', 'ip'] as const;

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

/** Packages the sources twice, and unzips the first package into the folder. */
function unzipPackage(folder: string, clone: string, baseUrl: string): void {
  const office = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const options = ['--base-url', baseUrl, '--office', office, '--share', '\\\\fs01\\addins'];
  for (const name of ['first', 'second'])
    run(clone, 'npx', 'tsx', 'src/delivery/package.ts', ...options, '--out', join(folder, name));
  const zipOf = (name: string): Buffer => readFileSync(join(folder, name, `${packageName}.zip`));
  expectThat(zipOf('first').equals(zipOf('second')), 'two packages of the same sources are equal, byte for byte');
  run(folder, 'unzip', '-q', join(folder, 'first', `${packageName}.zip`));
}

/** Holds the files against their sums, and sees that one changed byte is found. */
function checkSums(root: string): void {
  const areSumsRight = (list: string): boolean =>
    spawnSync('sha256sum', ['--quiet', '--check', list], { cwd: root }).status === 0;
  expectThat(areSumsRight('SHA256SUMS') && areSumsRight('legal/office-js.sha256'), 'every file has its sum');
  const changed = join(root, 'site', 'taskpane.js');
  const bytes = readFileSync(changed);
  appendFileSync(changed, ' ');
  expectThat(!areSumsRight('SHA256SUMS'), 'a file with one byte more has not');
  writeFileSync(changed, bytes);
}

/** Reviews with the one file of the command line, alone in a folder. */
function tryCommand(folder: string, clone: string): void {
  const place = join(folder, 'command');
  mkdirSync(place);
  cpSync(join(folder, packageName, 'command-line', 'review.js'), join(place, 'review.js'));
  cpSync(join(clone, 'src/demo/samples/huaiyuan-2023.xlsx'), join(place, '自评表.xlsx'));
  const words = ['review.js', '自评表.xlsx', '--json', '--xlsx', '汇总.xlsx'];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: place, encoding: 'utf8' });
  const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly fault: unknown }[] };
  expectThat(status === 1 && files[0]?.fault === null, 'the command line reviews with nothing but Node');
  expectThat(existsSync(join(place, '汇总.xlsx')), 'and writes the summary workbook');
}

/** Runs the other half in a network that has no device but its own loopback; a root of its own, where we are none. */
function tryWithoutNetwork(folder: string, baseUrl: string): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  // Not the command tsx: it opens a pipe in a folder by the user's number, and that number is another user's there.
  const program = [process.execPath, '--import', 'tsx', resolve('src/delivery/servedPackage.ts'), folder, baseUrl];
  const { status } = spawnSync('unshare', [...asRoot, '--net', ...program], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The package does not stand without a network (${status ?? 'ended by a signal'})`);
}

runDelivery(async () => {
  const missing = tools.filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing.length > 0) throw new Obstacle(`缺少：${missing.join('、')}`);
  const folder = mkdtempSync(join(tmpdir(), 'package-check-'));
  // nginx reads the site as a user of its own.
  chmodSync(folder, 0o755);
  const baseUrl = `https://${host}:${await freePort()}/zipin`;
  try {
    const clone = sources(folder);
    say('sources are there');
    unzipPackage(folder, clone, baseUrl);
    checkSums(join(folder, packageName));
    tryCommand(folder, clone);
    tryWithoutNetwork(folder, baseUrl);
    say('the package works, and every defect was found');
  } finally {
    if (process.argv.includes('--keep')) say(folder);
    else rmSync(folder, { recursive: true, force: true });
  }
});
