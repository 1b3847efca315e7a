/** The manifest and its icons are what Office will accept, checked without Office and without a network. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { manifestProblems } from '../../src/delivery/manifest/manifestProblems';

const source = readFileSync(resolve('manifest.xml'), 'utf8');
const problemsOf = (xml: string): readonly string[] => manifestProblems(xml, resolve('assets'));
const packageVersion = (JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { version: string }).version;

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

  test('opens a page that the build makes, and explains itself by a guide that comes along', () => {
    const pages = [...source.matchAll(/"https:\/\/localhost:3000\/([^"]*\.html)"/g)].map(([, page = '']) => page);
    expect([...new Set(pages)].sort()).toEqual(['assets/guide/user-guide.html', 'taskpane.html']);
    expect(existsSync(resolve('src/main/taskpane.html'))).toBe(true);
    expect(existsSync(resolve('assets/guide/user-guide.html'))).toBe(true);
  });

  test('has its button in every size that a screen may ask for', () => {
    const sizes = [...source.matchAll(/<bt:Image size="(\d+)" resid="Icon\.(\d+)" \/>/g)];
    expect(sizes.filter(([, size, icon]) => size !== icon)).toEqual([]);
    const asked = ['16', '20', '24', '32', '40', '48', '64', '80'];
    expect(sizes.map(([, size]) => size)).toEqual([...asked, ...asked]);
  });

  test.each<[defect: string, wanted: string, broken: (xml: string) => string]>([
    ['an unclosed element', 'not well-formed', (xml) => xml.replace('</Hosts>', '')],
    [
      'another kind of app',
      'the root is not a task pane app',
      (xml) => xml.replace('xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"'),
    ],
    [
      'overrides for mail',
      'VersionOverrides is in another namespace',
      (xml) => xml.replace('office/taskpaneappversionoverrides"', 'office/mailappversionoverrides"'),
    ],
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
      'a resource id that is too long',
      'is longer than 32 characters',
      (xml) => xml.replaceAll('Open.Description', `Open.${'Description'.repeat(3)}`),
    ],
    [
      'swapped resources',
      'the children of Resources are out of order',
      (xml) => swap(xml, /<bt:Images>[\s\S]*<\/bt:Images>/, /<bt:Urls>[\s\S]*<\/bt:Urls>/),
    ],
    [
      'a label overridden twice',
      'String overrides a language twice',
      (xml) => xml.replace('<bt:Override Locale="en-US" Value="Review Form" />', '$&$&'),
    ],
    [
      'a bare language in an override',
      'en is not a full language',
      (xml) => xml.replace('Locale="en-US" Value="Review Form"', 'Locale="en" Value="Review Form"'),
    ],
    [
      'an override of the default language',
      'overrides zh-CN, which is the default',
      (xml) =>
        xml.replace(
          '<bt:Override Locale="en-US" Value="Review Form" />',
          '<bt:Override Locale="zh-CN" Value="复核" />$&',
        ),
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
    [
      'an icon that is no picture',
      'guide.css is not a PNG',
      (xml) => xml.replace('assets/icon-80.png', 'assets/guide/guide.css'),
    ],
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
      'a label that is too long in English',
      'is longer than 125 characters',
      (xml) => xml.replace('Value="Review Form"', `Value="${'Review '.repeat(20)}"`),
    ],
    [
      'a description that is too long',
      'is longer than 250 characters',
      (xml) => xml.replace('<Description DefaultValue="', `<Description DefaultValue="${'评'.repeat(251)}`),
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
