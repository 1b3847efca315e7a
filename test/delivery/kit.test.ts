/** What the package brings for Windows and for servers: the right bytes, and nothing that the guide does not name. */
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { zip } from '../../src/delivery/files';
import { headers, iisExample, nginxExample } from '../../src/delivery/hosting';
import { copyOffice, officeFiles, sums } from '../../src/delivery/officeCopy';
import { sbom } from '../../src/delivery/sbom';
import { catalogueId, checkedShare, windowsKit, type WindowsTarget } from '../../src/delivery/windowsKit';

const target: WindowsTarget = {
  id: '5f0c1d7e-8a53-4d0b-9c3e-2b6a7f41d8e9',
  version: '1.2.3',
  baseUrl: "https://office.example.gov.cn/o'brien",
  share: '\\\\fs01\\加载项',
};

const bytesOf = (name: string, from = target): Buffer => {
  const bytes = windowsKit(from).get(name);
  if (!bytes) throw new Error(`No ${name}`);
  return Buffer.from(bytes);
};
const registryOf = (name: string, from = target): string => bytesOf(name, from).subarray(2).toString('utf16le');

describe('registry files', () => {
  const names = ['安装-共享文件夹.reg', '安装-单机.reg', '卸载.reg'];

  test.each(names)('%s is UTF-16 with its mark and CR LF, as regedit wants it', (name) => {
    expect([...bytesOf(name).subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const text = registryOf(name);
    expect(text.startsWith('Windows Registry Editor Version 5.00\r\n\r\n[')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('one adds the share as a catalogue that is shown in the menu', () => {
    const id = catalogueId('\\\\fs01\\加载项');
    expect(registryOf('安装-共享文件夹.reg')).toContain(
      `[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\${id}]\r\n` +
        `"Id"="${id}"\r\n"Url"="\\\\\\\\fs01\\\\加载项"\r\n"Flags"=dword:00000001\r\n`,
    );
  });

  test('one names the manifest by its path, and one takes back what both wrote', () => {
    const path = '"5f0c1d7e-8a53-4d0b-9c3e-2b6a7f41d8e9"="\\\\\\\\fs01\\\\加载项\\\\manifest.xml"';
    expect(registryOf('安装-单机.reg')).toContain(path);
    expect(registryOf('卸载.reg')).toContain('"5f0c1d7e-8a53-4d0b-9c3e-2b6a7f41d8e9"=-');
    expect(registryOf('卸载.reg')).toContain(
      `[-HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\`,
    );
  });

  test('without a share there is no catalogue to add or take away', () => {
    const alone = { ...target, share: null };
    expect([...windowsKit(alone).keys()]).not.toContain('安装-共享文件夹.reg');
    expect(registryOf('安装-单机.reg', alone)).toContain('C:\\\\ProgramData\\\\');
    expect(registryOf('卸载.reg', alone)).not.toContain('TrustedCatalogs');
  });

  test('a catalogue has a GUID of its own, whatever the case its share is written in', () => {
    expect(catalogueId('\\\\FS01\\Addins')).toBe(catalogueId('\\\\fs01\\addins'));
    expect(catalogueId('\\\\fs01\\addins')).not.toBe(catalogueId('\\\\fs02\\addins'));
    expect(catalogueId('\\\\fs01\\addins')).toMatch(
      /^\{[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$/,
    );
  });

  test.each(['C:\\addins', 'https://fs01/addins', '\\\\fs01', '\\\\fs01\\a"b', '\\\\fs01\\a\r\n[x'])(
    '%p is no share',
    (share) => {
      expect(() => checkedShare(share)).toThrow('网络路径');
    },
  );

  test('a share loses the backslash at its end', () => {
    expect(checkedShare('\\\\fs01\\addins\\')).toBe('\\\\fs01\\addins');
  });
});

describe('the diagnosis', () => {
  const script = (): string => bytesOf('诊断.ps1').toString('utf8');

  test('is UTF-8 with its mark and CR LF, as Windows PowerShell wants it', () => {
    expect([...bytesOf('诊断.ps1').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(script().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('is started by a file of plain ASCII that no code page can break', () => {
    const command = bytesOf('诊断.cmd').toString('latin1');
    expect(command).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(command.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(command).toContain('"%~dpn0.ps1"');
  });

  test('has no curly quote, which PowerShell takes for a quote, and every quote of a line is closed', () => {
    expect(script()).not.toMatch(/[\u2018-\u201f]/);
    for (const line of script().split('\r\n')) {
      if (!line.trimStart().startsWith('#')) expect([line, (line.match(/'/g) ?? []).length % 2]).toEqual([line, 0]);
    }
  });

  test('knows the facts of its package, with quotes doubled', () => {
    expect(script()).toContain("$AddinId = '5f0c1d7e-8a53-4d0b-9c3e-2b6a7f41d8e9'");
    expect(script()).toContain("$BaseUrl = 'https://office.example.gov.cn/o''brien'");
    expect(script()).not.toContain('__');
  });

  test('changes nothing in the registry and connects to the server of the pages alone', () => {
    expect(script()).not.toMatch(/Set-ItemProperty|New-ItemProperty|Remove-Item|reg(\.exe)? add|New-Item\b/i);
    expect(script().match(/Invoke-WebRequest|Invoke-RestMethod|WebClient/g)).toEqual(['Invoke-WebRequest']);
  });

  test('looks at every policy that the guide for administrators names', () => {
    const guide = readFileSync(resolve('assets/guide/it-guide.html'), 'utf8');
    const named = [...guide.matchAll(/<code>(\w+)<\/code>=\d/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !script().includes(`'${name}'`))).toEqual([]);
  });
});

describe('hosting examples', () => {
  const site = {
    baseUrl: 'https://office.example.gov.cn:8443/zipin',
    policy: "default-src 'none'; script-src 'self'",
    workbenchPolicy: "default-src 'none'; script-src 'self'; connect-src 'none'",
  };

  test('nginx listens where the address says and sends every header', () => {
    const text = nginxExample(site);
    expect(text).toContain('listen 8443 ssl;');
    expect(text).toContain('server_name office.example.gov.cn;');
    expect(text).toContain('location /zipin/ {');
    const [ofPane = '', ofWorkbench = ''] = text.split('location /zipin/workbench/ {');
    const line = ([name, value]: readonly [string, string]): string =>
      name === 'Cache-Control'
        ? 'add_header Cache-Control $self_evaluation_review_cache always;'
        : `add_header ${name} "${value}" always;`;
    for (const header of headers(site.policy)) expect(ofPane).toContain(line(header));
    for (const header of headers(site.workbenchPolicy)) expect(ofWorkbench).toContain(line(header));
  });

  test("nginx at a server's root has a location for either page", () => {
    const text = nginxExample({ ...site, baseUrl: 'https://office.example.gov.cn' });
    expect(text.match(/location \S+/g)).toEqual(['location /', 'location /workbench/']);
  });

  test.each([
    ['/zipin/taskpane.html', 'no-cache'],
    ['/zipin/taskpane.0a1b.js', 'no-cache'],
    ['/zipin/assets/boot.js', 'no-cache'],
    ['/zipin/assets/icon.svg', 'no-cache'],
    ['/zipin/assets/guide/start.png', 'no-cache'],
    ['/zipin/assets/icon-16.png', ''],
    ['/zipin/assets/icon-80.png', ''],
  ])('manifest reference: nginx sends with %s the Cache-Control "%s", and none where it is empty', (path, sent) => {
    const rules = /map \$uri \$\w+ \{\n\s+default "([^"]*)";\n\s+~(\S+) "([^"]*)";/.exec(nginxExample(site));
    const [, otherwise = '', pattern = '-', ofIcons] = rules ?? [];
    expect(new RegExp(pattern).test(path) ? ofIcons : otherwise).toBe(sent);
  });

  test('manifest reference: IIS takes Cache-Control off every icon that the manifest names, and off nothing else', () => {
    const tree = new JSDOM(iisExample(site), { contentType: 'application/xml' }).window.document;
    const apart = [...tree.querySelectorAll('location')]
      .filter((one) => one.querySelector('remove[name="Cache-Control"]'))
      .map((one) => one.getAttribute('path'));
    const manifest = readFileSync(resolve('manifest.xml'), 'utf8');
    const named = [...manifest.matchAll(/assets\/icon-\d+\.png/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(5);
    expect([...apart].sort()).toEqual([...new Set(named)].sort());
  });

  test("IIS's file is well-formed and sends every header", () => {
    const tree = new JSDOM(iisExample(site), { contentType: 'application/xml' }).window.document;
    const sent = [...tree.querySelectorAll('customHeaders > add')].map((one) => [
      one.getAttribute('name'),
      one.getAttribute('value'),
    ]);
    expect(sent).toEqual([...headers(site.policy), ['Content-Security-Policy', site.workbenchPolicy]]);
    expect(tree.querySelector('location[path="workbench"] customHeaders > remove')?.getAttribute('name')).toBe(
      'Content-Security-Policy',
    );
  });
});

describe("an organisation's own copy of office.js", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-'));
    for (const { path } of officeFiles) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `/* ${path} */`);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is copied byte for byte, and only what Excel loads', () => {
    writeFileSync(join(folder, 'word-win32-16.01.js'), '/* not ours */');
    const copy = copyOffice(folder);
    expect([...copy.keys()]).toEqual(officeFiles.map(({ path }) => path));
    for (const [path, bytes] of copy) expect(Buffer.from(bytes)).toEqual(readFileSync(join(folder, path)));
    expect(sums(copy)).toMatch(/^([0-9a-f]{64} {2}\S+\n){8}$/);
  });

  test('may lack what only Mac and web need', () => {
    rmSync(join(folder, 'excel-mac-16.00.js'));
    expect(copyOffice(folder).size).toBe(officeFiles.length - 1);
  });

  test.each(officeFiles.filter(({ required }) => required).map(({ path }) => path))('is refused without %s', (path) => {
    rmSync(join(folder, path));
    expect(() => copyOffice(folder)).toThrow(path);
  });

  test("is refused when a proxy's page came in place of a script", () => {
    writeFileSync(join(folder, 'office.js'), '<html>请登录</html>');
    expect(() => copyOffice(folder)).toThrow('office.js 不是脚本');
  });

  test('is refused where there is no folder', () => {
    expect(() => copyOffice(join(folder, 'nowhere'))).toThrow('没有这个文件夹');
  });
});

test('equal files make equal zips, in whatever order they come, and unzip to themselves', () => {
  const files = [
    ['a.txt', new Uint8Array([1, 2])],
    ['文件夹/b.txt', new Uint8Array([3])],
  ] as const;
  const bytes = zip(new Map(files));
  expect(Buffer.from(zip(new Map([...files].reverse())))).toEqual(Buffer.from(bytes));
  expect(unzipSync(bytes)).toEqual({ 'a.txt': new Uint8Array([1, 2]), '文件夹/b.txt': new Uint8Array([3]) });
});

test('the list of components is the same each time and names no folder of this machine', () => {
  const list = sbom();
  expect(list).toBe(sbom());
  expect(list).not.toContain(resolve('.'));
  const { bomFormat, metadata, components } = JSON.parse(list) as {
    readonly bomFormat: string;
    readonly metadata: { readonly component: { readonly name: string } };
    readonly components: readonly { readonly name: string }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  expect(metadata.component.name).toBe('self-evaluation-review');
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', '@noble/hashes']));
});
