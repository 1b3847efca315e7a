/** The manifest and its icons are what Office will accept, checked without Office and without a network. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { JSDOM } from 'jsdom';

const source = readFileSync(resolve('manifest.xml'), 'utf8');
const packageVersion = (JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { version: string }).version;

const officeApp = 'http://schemas.microsoft.com/office/appforoffice/1.1';
const overridesSpace = 'http://schemas.microsoft.com/office/taskpaneappversionoverrides';
const basicTypes = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';

/** The order that the schema of add-in-only manifests prescribes, of the elements that may stand in each parent. */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};
const required: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
};
/** Longest text, in characters, by the element that shows it. */
const longest: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ShortStrings: 125,
  LongStrings: 250,
};

/** Everything that is wrong with a manifest, one sentence each; empty when Office will take it. */
function problemsOf(xml: string): readonly string[] {
  let tree: Document;
  try {
    tree = new JSDOM(xml, { contentType: 'application/xml' }).window.document;
  } catch (error) {
    return [`not well-formed: ${String(error).split('\n')[0] ?? ''}`];
  }
  const problems: string[] = [];
  const all = [...tree.getElementsByTagName('*')];
  const root = tree.documentElement;
  const named = (name: string, parent: Document | Element = tree): Element[] =>
    [...parent.getElementsByTagName('*')].filter((element) => element.localName === name);
  const textOf = (name: string): string =>
    [...root.children].find((child) => child.localName === name)?.textContent.trim() ?? '';

  if (root.namespaceURI !== officeApp || root.getAttribute('xsi:type') !== 'TaskPaneApp') {
    problems.push('the root is not a task pane app of schema 1.1');
  }
  for (const element of all) {
    const children = [...element.children].map(({ localName }) => localName);
    const allowed = order[element.localName];
    if (allowed) {
      for (const child of children)
        if (!allowed.includes(child)) problems.push(`${child} may not stand in ${element.localName}`);
      const places = children.map((child) => allowed.indexOf(child));
      if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))) {
        problems.push(`the children of ${element.localName} are out of order`);
      }
    }
    for (const child of required[element.localName] ?? []) {
      if (!children.includes(child)) problems.push(`${element.localName} lacks ${child}`);
    }
  }
  for (const element of named('VersionOverrides')) {
    if (element.namespaceURI !== overridesSpace) problems.push('VersionOverrides is in another namespace');
  }

  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(textOf('Id')))
    problems.push('Id is not a GUID');
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(textOf('Version'))) problems.push('Version is not four numbers');
  if (textOf('DefaultLocale') !== 'zh-CN') problems.push('DefaultLocale is not zh-CN');
  if (textOf('Permissions') !== 'ReadWriteDocument') problems.push('Permissions is not ReadWriteDocument');

  const definitions = all.filter((element) => element.namespaceURI === basicTypes && element.hasAttribute('id'));
  const ids = definitions.map((element) => element.getAttribute('id') ?? '');
  const references = all.flatMap((element) => element.getAttribute('resid') ?? []);
  for (const id of new Set(ids)) {
    if (ids.filter((other) => other === id).length > 1) problems.push(`resource ${id} is defined twice`);
    if (id.length > 32) problems.push(`resource id ${id} is longer than 32 characters`);
    if (!references.includes(id)) problems.push(`resource ${id} is not used`);
  }
  for (const reference of new Set(references)) {
    if (!ids.includes(reference)) problems.push(`resid ${reference} resolves to nothing`);
  }
  const controls = all
    .filter((element) => ['Group', 'Control'].includes(element.localName))
    .map((element) => element.id);
  if (new Set(controls).size !== controls.length) problems.push('two controls share an id');

  for (const element of all) {
    const limit = longest[element.localName] ?? longest[element.parentElement?.localName ?? ''];
    const texts = [element, ...element.children].map(
      (one) => one.getAttribute('DefaultValue') ?? one.getAttribute('Value') ?? '',
    );
    for (const text of texts) {
      if (limit !== undefined && text.length > limit)
        problems.push(`"${text.slice(0, 20)}…" is longer than ${limit} characters`);
    }
    const locales = [...element.children]
      .filter(({ localName }) => localName === 'Override')
      .map((override) => override.getAttribute('Locale'));
    if (new Set(locales).size !== locales.length) problems.push(`${element.localName} overrides a language twice`);
    const isText =
      ['DisplayName', 'Description', 'String'].includes(element.localName) && element.hasAttribute('DefaultValue');
    if (isText && !locales.includes('en-US'))
      problems.push(`"${element.getAttribute('DefaultValue') ?? ''}" is not in en-US`);
  }

  const urls = all.flatMap((element) =>
    [element.getAttribute('DefaultValue') ?? ''].filter((value) => /^[a-z]+:\/\//.test(value)),
  );
  const hosts = new Set(urls.map((url) => new URL(url).host));
  if (urls.some((url) => !url.startsWith('https://'))) problems.push('an address is not https');
  if (hosts.size !== 1) problems.push(`addresses of several hosts: ${[...hosts].join(', ')}`);

  const icons = [...named('Image'), ...named('IconUrl'), ...named('HighResolutionIconUrl')].flatMap((element) => {
    const id = element.getAttribute('resid');
    const definition = id === null ? element : definitions.find((one) => one.getAttribute('id') === id);
    const url = definition?.getAttribute('DefaultValue');
    const claimed =
      element.getAttribute('size') ?? { IconUrl: '32', HighResolutionIconUrl: '64' }[element.localName] ?? null;
    return url && claimed !== null ? [{ file: basename(new URL(url).pathname), size: Number(claimed) }] : [];
  });
  for (const { file, size } of icons) {
    const path = resolve('assets', file);
    if (!existsSync(path)) problems.push(`${file} does not exist`);
    else if (pngSize(path) !== `${size}×${size}`) problems.push(`${file} is ${pngSize(path)}, not ${size}×${size}`);
  }
  for (const element of [...named('Group'), ...named('Control')]) {
    const icon = [...element.children].find(({ localName }) => localName === 'Icon');
    const sizes = [...(icon?.children ?? [])].map((image) => image.getAttribute('size'));
    for (const size of ['16', '32', '80'])
      if (!sizes.includes(size)) problems.push(`${element.id} lacks an icon of ${size}`);
  }
  return problems;
}

/** "width×height" in pixels, from a PNG's header; "not a PNG" where it has none. */
function pngSize(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || bytes.toString('latin1', 12, 16) !== 'IHDR') return 'not a PNG';
  return `${bytes.readUInt32BE(16)}×${bytes.readUInt32BE(20)}`;
}

describe('manifest.xml', () => {
  test('is one that Office will take', () => expect(problemsOf(source)).toEqual([]));

  test('has the version of the package', () => {
    expect(/<Version>([^<]*)<\/Version>/.exec(source)?.[1]).toBe(`${packageVersion}.0`);
  });

  test('asks for so little that old Excel shows the add-in and the pane can say what is missing', () => {
    expect(source.match(/Name="ExcelApi" MinVersion="([^"]*)"/g)).toEqual([
      'Name="ExcelApi" MinVersion="1.1"',
      'Name="ExcelApi" MinVersion="1.1"',
    ]);
  });

  test('opens a page that the build makes', () => {
    expect(source).toContain('<SourceLocation DefaultValue="https://localhost:3000/taskpane.html" />');
    expect(existsSync(resolve('src/taskpane.html'))).toBe(true);
  });

  test.each<[defect: string, wanted: string, broken: (xml: string) => string]>([
    ['an unclosed element', 'not well-formed', (xml) => xml.replace('</Hosts>', '')],
    [
      'swapped elements',
      'the children of OfficeApp are out of order',
      (xml) => swap(xml, /<Id>.*<\/Id>/, /<Version>.*<\/Version>/),
    ],
    [
      'an element from elsewhere',
      'Rules may not stand in OfficeApp',
      (xml) => xml.replace('<Permissions>', '<Rules /><Permissions>'),
    ],
    ['no support address', 'OfficeApp lacks SupportUrl', (xml) => xml.replace(/<SupportUrl .*\/>/, '')],
    ['an id that is no GUID', 'Id is not a GUID', (xml) => xml.replace(/<Id>.*<\/Id>/, '<Id>zi-ping</Id>')],
    [
      'a version of three numbers',
      'Version is not four numbers',
      (xml) => xml.replace(/<Version>.*<\/Version>/, '<Version>1.0.0</Version>'),
    ],
    [
      'a bare language',
      'DefaultLocale is not zh-CN',
      (xml) => xml.replace('<DefaultLocale>zh-CN', '<DefaultLocale>zh'),
    ],
    [
      'a right that is too small',
      'Permissions is not ReadWriteDocument',
      (xml) => xml.replace('ReadWriteDocument', 'ReadDocument'),
    ],
    [
      'a resid without resource',
      'resid Open.Lable resolves to nothing',
      (xml) => xml.replace('<Label resid="Open.Label"', '<Label resid="Open.Lable"'),
    ],
    [
      'a resource that nothing uses',
      'resource Spare is not used',
      (xml) => xml.replace('<bt:Urls>', '<bt:Urls><bt:Url id="Spare" DefaultValue="https://localhost:3000/x.html" />'),
    ],
    [
      'a resource defined twice',
      'resource Icon.16 is defined twice',
      (xml) => xml.replace('<bt:Image id="Icon.20"', '<bt:Image id="Icon.16"'),
    ],
    [
      'a plain http address',
      'an address is not https',
      (xml) => xml.replace('https://localhost:3000/assets/icon-80', 'http://localhost:3000/assets/icon-80'),
    ],
    [
      'a foreign host',
      'addresses of several hosts',
      (xml) => xml.replace('https://localhost:3000/assets/icon-80', 'https://example.com/assets/icon-80'),
    ],
    ['an icon that is missing', 'icon-81.png does not exist', (xml) => xml.replace('icon-80.png', 'icon-81.png')],
    ['an icon of another size', 'icon-64.png is 64×64, not 80×80', (xml) => xml.replace('icon-80.png', 'icon-64.png')],
    [
      'no large icon',
      'Review.Open lacks an icon of 80',
      (xml) => xml.replace(/(Review\.Open[\s\S]*?)<bt:Image size="80".*\/>/, '$1'),
    ],
    [
      'a name that is too long',
      'is longer than 125 characters',
      (xml) => xml.replace('DisplayName DefaultValue="', `DisplayName DefaultValue="${'评'.repeat(126)}`),
    ],
    [
      'a tip that is too long',
      'is longer than 250 characters',
      (xml) =>
        xml.replace('id="Open.Description" DefaultValue="', `id="Open.Description" DefaultValue="${'评'.repeat(251)}`),
    ],
    [
      'a language overridden twice',
      'DisplayName overrides a language twice',
      (xml) => xml.replace(/(<Override Locale="en-US" Value="Self-Evaluation Review" \/>)/, '$1$1'),
    ],
    [
      'a text without English',
      'is not in en-US',
      (xml) => xml.replace('<bt:Override Locale="en-US" Value="Review Form" />', ''),
    ],
    [
      'two controls of one id',
      'two controls share an id',
      (xml) => xml.replace('id="Review.Open"', 'id="Review.Group"'),
    ],
  ])('a manifest with %s is refused for that', (_, wanted, broken) => {
    const xml = broken(source);
    expect(xml).not.toBe(source);
    expect(problemsOf(xml).join('\n')).toContain(wanted);
  });
});

/** The text with the first match of each pattern in the other's place. */
function swap(text: string, first: RegExp, second: RegExp): string {
  const [one = ''] = first.exec(text) ?? [];
  const [two = ''] = second.exec(text) ?? [];
  return text.replace(one, '<swapped/>').replace(two, one).replace('<swapped/>', two);
}
