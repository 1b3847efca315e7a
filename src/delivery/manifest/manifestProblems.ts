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
  else if (textOf('Version').startsWith('0.')) problems.push('Version is below 1.0');
  if (textOf('DefaultLocale') !== 'zh-CN') problems.push('DefaultLocale is not zh-CN');
  if (textOf('Permissions') !== 'ReadWriteDocument') problems.push('Permissions is not ReadWriteDocument');

  if (tree.doctype) problems.push('it has a document type');
  if (named('AppDomain').length > 0) problems.push('it names further domains');
  const hosts = named('Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'));
  if (hosts.join() !== 'Workbook,Workbook') problems.push('its hosts are not Excel, twice');
  const leastSets = named('Set').map((set) => `${set.getAttribute('Name')} ${set.getAttribute('MinVersion')}`);
  if (leastSets.length !== 2 || leastSets[0] !== leastSets[1]) problems.push('its two lists of requirements differ');

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
    for (const locale of locales) {
      if (!/^[a-z]{2}-[A-Z]{2}$/.test(locale ?? '')) problems.push(`${locale ?? ''} is not a full language`);
      if (locale === textOf('DefaultLocale'))
        problems.push(`${element.localName} overrides ${locale}, which is the default`);
    }
    const isText =
      ['DisplayName', 'Description', 'String'].includes(element.localName) && element.hasAttribute('DefaultValue');
    if (isText && !locales.includes('en-US'))
      problems.push(`"${element.getAttribute('DefaultValue') ?? ''}" is not in en-US`);
  }

  const urls = all.flatMap((element) =>
    [element.getAttribute('DefaultValue') ?? ''].filter((value) => /^[a-z]+:\/\//.test(value)),
  );
  const servers = new Set(urls.map((url) => new URL(url).host));
  if (urls.some((url) => !url.startsWith('https://'))) problems.push('an address is not https');
  if (servers.size !== 1) problems.push(`addresses of several hosts: ${[...servers].join(', ')}`);

  const icons = [...named('Image'), ...named('IconUrl'), ...named('HighResolutionIconUrl')].flatMap((element) => {
    const id = element.getAttribute('resid');
    const definition = id === null ? element : definitions.find((one) => one.getAttribute('id') === id);
    const url = definition?.getAttribute('DefaultValue');
    const claimed =
      element.getAttribute('size') ?? { IconUrl: '32', HighResolutionIconUrl: '64' }[element.localName] ?? null;
    return url && claimed !== null ? [{ file: inAssets(url), size: Number(claimed) }] : [];
  });
  for (const { file, size } of icons) {
    const path = join(iconFolder, file);
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
