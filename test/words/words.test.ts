/** Both languages say the same things with the same facts. */
import type { HostFault } from '../../src/port/workbook';
import { createWords } from '../../src/words';
import { locales } from '../../src/words/locale';
import { english } from '../../src/words/en';
import { slotsOf } from '../../src/words/fill';
import { chinese } from '../../src/words/zh-CN';

/** Every sentence of a catalogue by its path. */
function sentences(part: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof part === 'string') return [[path, part]];
  return Object.entries(part as object).flatMap(([key, value]) => sentences(value, path ? `${path} ${key}` : key));
}

const zh = new Map(sentences(chinese));
const en = new Map(sentences(english));

test('both languages have the same sentences', () => {
  expect(zh.size).toBeGreaterThan(200);
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
});

test('a sentence has the same slots in both languages', () => {
  const differing = [...zh].filter(([path, template]) => {
    const other = slotsOf(en.get(path) ?? '');
    return [...slotsOf(template)].sort().join() !== [...other].sort().join();
  });
  expect(differing.map(([path]) => path)).toEqual([]);
});

test('no sentence is empty, and Chinese ones are Chinese', () => {
  expect([...zh, ...en].filter(([, template]) => template.trim() === '')).toEqual([]);
  // What is only slots and punctuation is in no language; anything with letters must be Chinese.
  const isForeign = (text: string): boolean =>
    /\p{L}/u.test(text.replace(/\{\w+\}/gu, '')) && !/\p{Script=Han}/u.test(text);
  expect([...zh].filter(([path, text]) => path !== 'locale' && isForeign(text))).toEqual([]);
});

test('no sentence blames or shouts', () => {
  expect([...zh].filter(([, text]) => /[！!]|您(?:没有|忘|错)|非法|失败/u.test(text)).map(([path]) => path)).toEqual(
    [],
  );
  expect([...en].filter(([, text]) => /!|illegal|invalid|you forgot/iu.test(text)).map(([path]) => path)).toEqual([]);
});

describe.each(locales)('in %s', (locale) => {
  const words = createWords(locale);
  const finding = {
    check: 'reason-given',
    severity: 'P1',
    message: 'missing',
    facts: { name: '就餐环境', score: '28', weight: '30', lost: '2' },
    cells: [{ row: 17, column: 9 }],
    indicator: null,
    found: null,
    expected: null,
    derivation: null,
    rule: null,
    readings: [],
  } as const;

  test('a finding becomes title, message, reason and remedy, figures included', () => {
    const { message, remedy, sum, title, why } = words.findingText(finding);
    expect(message).toContain('28');
    expect(message).toContain('30');
    const facts = { sum: '90', gap: '10', total: '100', count: 8 };
    expect(words.findingText({ ...finding, check: 'weights-reach-total', message: 'short', facts }).remedy).toContain(
      '100',
    );
    expect([title, why, remedy].every((text) => text.length > 0)).toBe(true);
    expect(sum).toBeNull();
  });

  test('the sum stands in the message or beside it, never twice', () => {
    const derivation = { key: 'no-rule-applies', facts: { weight: '10' } };
    const sum = words.derivationText(derivation);
    expect(words.findingText({ ...finding, derivation }).sum).toBe(sum);
    const inside = words.findingText({
      ...finding,
      check: 'score-matches-rule',
      message: 'over',
      facts: { name: 'A', score: '9', computed: '8', gap: '1' },
      derivation,
    });
    expect(inside.message).toContain(sum);
    expect(inside.sum).toBeNull();
  });

  test('braces in a cell are not taken for slots', () => {
    const { message } = words.findingText({ ...finding, facts: { ...finding.facts, name: '{weight}$&' } });
    expect(message).toContain('{weight}$&');
  });

  test.each([
    [{ check: 'no-such-check' }, /No words for the message/u],
    [{ message: 'no-such-message' }, /No words for the message/u],
    [{ facts: {} }, /No fact for/u],
  ])('a sentence with a hole is a bug: %j', (changes, error) => {
    expect(() => words.findingText({ ...finding, ...changes })).toThrow(error);
  });

  test('an unknown derivation is a bug', () => {
    expect(() => words.derivationText({ key: 'no-such-key', facts: {} })).toThrow(/No words for the derivation/u);
    expect(() => words.derivationText({ key: 'constructor', facts: {} })).toThrow(/No words for the derivation/u);
  });

  test('a fault is a sentence and a next step, without its code', () => {
    const fault: HostFault = { kind: 'unexpected', code: 'GeneralException' };
    const { canRetry, nextStep, sentence } = words.faultText(fault);
    expect(`${sentence}${nextStep}`).not.toContain('GeneralException');
    expect(canRetry).toBe(true);
    expect(words.faultText({ kind: 'sheet-protected', sheet: '食堂经费' }).sentence).toContain('食堂经费');
    expect(words.faultText({ kind: 'too-old', needs: 'ExcelApi 1.13' }).canRetry).toBe(false);
  });

  test('an edit says why: in its own words, or by the sum behind it', () => {
    const edit = {
      id: 'a',
      kind: 'note',
      cell: { row: 0, column: 0 },
      before: { value: null, formula: null, numberFormat: 'General' },
      after: '',
      indicator: null,
      gain: null,
      recommended: true,
    } as const;
    const facts = { lost: '2', score: '28', weight: '30' };
    expect(words.editReason({ ...edit, because: { key: 'note', facts } })).toContain('28');
    const because = { key: 'no-rule-applies', facts: { weight: '10' } };
    expect(words.editReason({ ...edit, because })).toBe(words.derivationText(because));
  });

  test('a sheet that is another document is named', () => {
    const because = { kind: 'other-document', what: '绩效目标申报表', cell: { row: 0, column: 0 } } as const;
    expect(words.noFormText(because).sentence).toContain('绩效目标申报表');
  });

  test('figures stand in the sentences of the pane', () => {
    expect(words.say('examined', { indicators: 11, checks: 7 })).toMatch(/11.*7/u);
  });
});
