/** The rules of src/words/README.md for a sentence, as far as they can be decided. */
import { checkSentences as englishChecks } from '../../src/words/en/checks';
import { english } from '../../src/words/en';
import { checkSentences as chineseChecks } from '../../src/words/zh-CN/checks';
import { chinese } from '../../src/words/zh-CN';

type Sentence = readonly [path: string, text: string];

/** Every sentence of a catalogue by its path. */
function sentences(part: unknown, path = ''): readonly Sentence[] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => sentences(value, path ? `${path} ${key}` : key));
}

const zh = sentences(chinese);
const en = sentences(english);
const breaking = (all: readonly Sentence[], isBroken: (text: string) => boolean): readonly Sentence[] =>
  all.filter(([, text]) => isBroken(text));

/** What of a check is a whole sentence. */
const told = (checks: typeof chineseChecks): readonly Sentence[] =>
  Object.entries(checks).flatMap(([id, { messages, remedies = {}, remedy, why }]) =>
    sentences({ why, remedy, ...messages, ...remedies }, id),
  );

test('what a check says ends as a sentence does', () => {
  expect(breaking(told(chineseChecks), (text) => !/(?:。|\{derivation\}|）)$/u.test(text))).toEqual([]);
  expect(breaking(told(englishChecks), (text) => !/(?:[.?]|\{derivation\}|\))$/u.test(text))).toEqual([]);
});

test('an address is kept apart from the sentence after it', () => {
  const runsOn = (text: string): boolean => /\{cells?\} ?\{message\}/u.test(text);
  expect(runsOn('{cells} {message}')).toBe(true);
  expect(breaking([...zh, ...en], runsOn)).toEqual([]);
});

test('how much something is beyond comes with its sum', () => {
  expect(breaking(zh, (text) => text.includes('{beyond}') && !text.includes('÷'))).toEqual([]);
});

test('a unit is named as one', () => {
  const isBare = (text: string): boolean => /用\{(?:target|actual)?[uU]nit\}/u.test(text);
  expect(isBare('指标值用{targetUnit}')).toBe(true);
  expect(breaking(zh, isBare)).toEqual([]);
});

test('no sentence guesses at motives or puts anybody down', () => {
  const shames = (text: string): boolean =>
    /虚报|得分虚|抄来|糊弄|造假|等于没有|说服不了|像是事后|一定会问|应付/u.test(text);
  expect(shames('多给是虚报')).toBe(true);
  expect(breaking(zh, shames)).toEqual([]);
  expect(breaking(en, (text) => /cheat|fake|lazy|careless|sloppy|made up/iu.test(text))).toEqual([]);
});

test('Chinese sentences have Chinese signs, and quotes come in pairs', () => {
  const mixed = (text: string): boolean => /\p{Script=Han}[,;!?]|[,;!?]\p{Script=Han}/u.test(text);
  expect(mixed('多了,少了')).toBe(true);
  expect(breaking(zh, mixed)).toEqual([]);
  const count = (text: string, sign: string): number => text.split(sign).length;
  expect(breaking(zh, (text) => count(text, '“') !== count(text, '”'))).toEqual([]);
  expect(breaking([...zh, ...en], (text) => count(text, '（') !== count(text, '）'))).toEqual([]);
});

test('English can be read aloud: no brackets within brackets, no stroke for “of”', () => {
  // A sum has brackets as sums do.
  const spoken = en.filter(([path]) => !path.startsWith('derivations '));
  expect(breaking(spoken, (text) => /\([^()]*\(/u.test(text))).toEqual([]);
  expect(breaking(en, (text) => /\{\w+\}\/\{\w+\}/u.test(text))).toEqual([]);
});
