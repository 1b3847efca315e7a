/**
 * What keeps Office from taking a manifest, found without Office and without a network. Microsoft's own validator sends
 * the manifest to a server of Microsoft, so it can run neither offline nor on a manifest that names an intranet.
 * The rules are those of the published schema (order, lengths) and of the pages that explain it (icons, languages).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

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

/** A manifest that is well-formed, and what is looked up in it by every rule. */
interface Manifest {
  readonly tree: Document;
  /** Every element, the root among them. */
  readonly all: readonly Element[];
  /** What the parts between the schema's own may refer to by "resid". */
  readonly definitions: readonly Element[];
  /** The files lie here that its icons name. */
  readonly iconFolder: string;
}

const named = ({ all }: Manifest, ...names: readonly string[]): readonly Element[] =>
  all.filter(({ localName }) => names.includes(localName));

/** The text of a child of the root. */
const textOf = ({ tree }: Manifest, name: string): string =>
  [...tree.documentElement.children].find(({ localName }) => localName === name)?.textContent.trim() ?? '';

/** A sentence where something does not hold. */
const unless = (holds: boolean, sentence: string): readonly string[] => (holds ? [] : [sentence]);

/**
 * Everything that is wrong with a manifest, one sentence each; empty when Office will take it.
 *
 * @param xml the whole file.
 * @param iconFolder where the files lie that its icons name, such as "assets".
 */
export function manifestProblems(xml: string, iconFolder: string): readonly string[] {
  let tree: Document;
  try {
    tree = new JSDOM(xml, { contentType: 'application/xml' }).window.document;
  } catch (error) {
    return [`not well-formed: ${String(error).split('\n')[0] ?? ''}`];
  }
  const all = [...tree.getElementsByTagName('*')];
  const definitions = all.filter((element) => element.namespaceURI === basicTypes && element.hasAttribute('id'));
  const manifest: Manifest = { tree, all, definitions, iconFolder };
  return [inSpaces, inOrder, inHead, inHosts, inResources, inTexts, inAddresses, inIconFiles, inIconSizes].flatMap(
    (problemsIn) => problemsIn(manifest),
  );
}

function inSpaces(manifest: Manifest): readonly string[] {
  const root = manifest.tree.documentElement;
  const isApp = root.namespaceURI === officeApp && root.getAttribute('xsi:type') === 'TaskPaneApp';
  return [
    ...unless(isApp, 'the root is not a task pane app of schema 1.1'),
    ...named(manifest, 'VersionOverrides').flatMap(({ namespaceURI }) =>
      unless(namespaceURI === overridesSpace, 'VersionOverrides is in another namespace'),
    ),
  ];
}

function inOrder({ all }: Manifest): readonly string[] {
  return all.flatMap((element) => {
    const { localName: parent } = element;
    const children = [...element.children].map(({ localName }) => localName);
    const allowed = order[parent] ?? children;
    const places = children.map((child) => allowed.indexOf(child));
    return [
      ...children.flatMap((child) => unless(allowed.includes(child), `${child} may not stand in ${parent}`)),
      ...unless(
        !order[parent] || places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0)),
        `the children of ${parent} are out of order`,
      ),
      ...(required[parent] ?? []).flatMap((child) => unless(children.includes(child), `${parent} lacks ${child}`)),
    ];
  });
}

function inHead(manifest: Manifest): readonly string[] {
  const version = textOf(manifest, 'Version');
  const isVersion = /^\d+\.\d+\.\d+\.\d+$/.test(version);
  return [
    ...unless(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(textOf(manifest, 'Id')),
      'Id is not a GUID',
    ),
    ...unless(isVersion, 'Version is not four numbers'),
    ...unless(!isVersion || !version.startsWith('0.'), 'Version is below 1.0'),
    ...unless(textOf(manifest, 'DefaultLocale') === 'zh-CN', 'DefaultLocale is not zh-CN'),
    ...unless(textOf(manifest, 'Permissions') === 'ReadWriteDocument', 'Permissions is not ReadWriteDocument'),
  ];
}

function inHosts(manifest: Manifest): readonly string[] {
  const hosts = named(manifest, 'Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'));
  const sets = named(manifest, 'Set').map((set) => `${set.getAttribute('Name')} ${set.getAttribute('MinVersion')}`);
  return [
    ...unless(manifest.tree.doctype === null, 'it has a document type'),
    ...unless(named(manifest, 'AppDomain').length === 0, 'it names further domains'),
    ...unless(hosts.join() === 'Workbook,Workbook', 'its hosts are not Excel, twice'),
    ...unless(sets.length === 2 && sets[0] === sets[1], 'its two lists of requirements differ'),
  ];
}

/** Ids that are defined and referred to; those of controls. */
function inResources(manifest: Manifest): readonly string[] {
  const ids = manifest.definitions.map((element) => element.getAttribute('id') ?? '');
  const references = manifest.all.flatMap((element) => element.getAttribute('resid') ?? []);
  const controls = named(manifest, 'Group', 'Control').map(({ id }) => id);
  return [
    ...[...new Set(ids)].flatMap((id) => [
      ...unless(ids.indexOf(id) === ids.lastIndexOf(id), `resource ${id} is defined twice`),
      ...unless(id.length <= 32, `resource id ${id} is longer than 32 characters`),
      ...unless(references.includes(id), `resource ${id} is not used`),
    ]),
    ...[...new Set(references)].flatMap((id) => unless(ids.includes(id), `resid ${id} resolves to nothing`)),
    ...unless(new Set(controls).size === controls.length, 'two controls share an id'),
  ];
}

/** How long texts are, and in which languages they stand. */
function inTexts(manifest: Manifest): readonly string[] {
  return manifest.all.flatMap((element) => [
    ...tooLong(element),
    ...inLanguages(element, textOf(manifest, 'DefaultLocale')),
  ]);
}

function tooLong(element: Element): readonly string[] {
  const limit = longest[element.localName] ?? longest[element.parentElement?.localName ?? ''] ?? Infinity;
  const texts = [element, ...element.children].map(
    (one) => one.getAttribute('DefaultValue') ?? one.getAttribute('Value') ?? '',
  );
  return texts.flatMap((text) =>
    unless(text.length <= limit, `"${text.slice(0, 20)}…" is longer than ${limit} characters`),
  );
}

function inLanguages(element: Element, usual: string): readonly string[] {
  const { localName } = element;
  const locales = [...element.children]
    .filter((child) => child.localName === 'Override')
    .map((override) => override.getAttribute('Locale') ?? '');
  const isText = ['DisplayName', 'Description', 'String'].includes(localName) && element.hasAttribute('DefaultValue');
  return [
    ...unless(new Set(locales).size === locales.length, `${localName} overrides a language twice`),
    ...locales.flatMap((locale) => [
      ...unless(/^[a-z]{2}-[A-Z]{2}$/.test(locale), `${locale} is not a full language`),
      ...unless(locale !== usual, `${localName} overrides ${locale}, which is the default`),
    ]),
    ...unless(!isText || locales.includes('en-US'), `"${element.getAttribute('DefaultValue') ?? ''}" is not in en-US`),
  ];
}

function inAddresses({ all }: Manifest): readonly string[] {
  const urls = all
    .map((element) => element.getAttribute('DefaultValue') ?? '')
    .filter((value) => /^[a-z]+:\/\//.test(value));
  const servers = new Set(urls.map((url) => new URL(url).host));
  return [
    ...unless(
      urls.every((url) => url.startsWith('https://')),
      'an address is not https',
    ),
    ...unless(servers.size === 1, `addresses of several hosts: ${[...servers].join(', ')}`),
  ];
}

/** Sizes in pixels of the icons whose elements do not say them. */
const sizeOfIcon: Readonly<Record<string, string>> = { IconUrl: '32', HighResolutionIconUrl: '64' };

/** Whether every icon is there, as large as the manifest says. */
function inIconFiles(manifest: Manifest): readonly string[] {
  return ['Image', 'IconUrl', 'HighResolutionIconUrl'].flatMap((name) =>
    named(manifest, name).flatMap((element) => {
      const id = element.getAttribute('resid');
      const definition = id === null ? element : manifest.definitions.find((one) => one.getAttribute('id') === id);
      const url = definition?.getAttribute('DefaultValue');
      const size = element.getAttribute('size') ?? sizeOfIcon[element.localName];
      if (!url || size === undefined) return [];
      const file = inAssets(url);
      const path = join(manifest.iconFolder, file);
      if (!existsSync(path)) return [`${file} does not exist`];
      const measured = pngSize(path);
      return unless(measured === `${size}×${size}`, `${file} is ${measured}, not ${size}×${size}`);
    }),
  );
}

function inIconSizes(manifest: Manifest): readonly string[] {
  return ['Group', 'Control'].flatMap((name) =>
    named(manifest, name).flatMap((element) => {
      const icon = [...element.children].find(({ localName }) => localName === 'Icon');
      const sizes = [...(icon?.children ?? [])].map((image) => image.getAttribute('size'));
      return ['16', '32', '80'].flatMap((size) =>
        unless(sizes.includes(size), `${element.id} lacks an icon of ${size}`),
      );
    }),
  );
}

/** The path of an address below the folder "assets", wherever that one is served. */
function inAssets(url: string): string {
  const { pathname } = new URL(url);
  return pathname.slice(pathname.lastIndexOf('/assets/') + '/assets/'.length);
}

/** "width×height" in pixels, from a PNG's header; "not a PNG" where it has none. */
function pngSize(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || bytes.toString('latin1', 12, 16) !== 'IHDR') return 'not a PNG';
  return `${bytes.readUInt32BE(16)}×${bytes.readUInt32BE(20)}`;
}
