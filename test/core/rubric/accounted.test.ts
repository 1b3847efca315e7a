/** Figures in = figures out: what was read is in the rule, and what is not in the rule was not read. */
import { cpuTime } from '../../support/cpuTime';
import fc from 'fast-check';
import { exact } from '../../../src/core/exact';
import { numbersOf } from '../../../src/core/rubric/account';
import { besideWeight } from '../../../src/core/rubric/awardsAboveWeight';
import { compileRule } from '../../../src/core/rubric/compileRule';
import type { ClauseKind, CompiledRule } from '../../../src/core/rubric/compiledRule';
import { fold } from '../../../src/core/value/normalise';
import { ruleCases } from '../../bench/ruleCases';
import { ruleTexts } from '../../bench/ruleTexts';

const texts = [...ruleCases, ...ruleTexts].map(({ text, isExecutionRate }) => ({
  text,
  isExecutionRate: isExecutionRate ?? false,
}));

/** Clauses that say what is asked for or what a name means, and items, whose numbers are names. */
const describing: readonly ClauseKind[] = ['definition', 'requirement', 'subject', 'remark', 'items', 'reference'];

/** Arabic numbers of a text without those that only name: 2023年, 第1名, ① lists, 100%（含100%）, ×100%. */
function figuresIn(text: string): readonly string[] {
  const plain = fold(text)
    .text.replace(/\((?:不?含|包含)[^()]*\)/gu, '')
    .replace(/×100%/gu, '')
    .replace(/(?:19|20)\d{2}年|第\d+[名位期批]|\d[-—]\d年的?资金|\d年以[内上]的?资金|(?:^|[。;])[1-9][.、](?!\d)/gu, '')
    .replace(/超过\d+%(?:的)?按(?:满分|100%)/gu, '');
  return [...plain.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/gu)].map(([number]) =>
    exact(number.replaceAll(',', '')).toFixed(),
  );
}

/** The read clauses whose figures are not all in the rule. */
function lostIn(compiled: CompiledRule): readonly string[] {
  const held = numbersOf(compiled.rule);
  const holds = (figure: string): boolean =>
    [exact(figure), exact(figure).div(100)].some(
      (number) => number.eq(0) || number.eq(1) || held.has(number.toFixed()),
    );
  return compiled.clauses
    .filter(({ isRead, kind }) => isRead && !describing.includes(kind))
    .flatMap(({ text }) =>
      figuresIn(text)
        .filter((figure) => !holds(figure))
        .map((figure) => `${figure} of ${text}`),
    );
}

describe('every figure of the corpus', () => {
  it.each(texts)('$text', ({ text, isExecutionRate }) => {
    expect(lostIn(compileRule(text, { isExecutionRate }))).toEqual([]);
  });

  it('moves the rule when it is another one', () => {
    for (const { text, isExecutionRate } of texts) {
      const before = compileRule(text, { isExecutionRate });
      if (before.isDoubtful || !before.rule) continue;
      for (const { text: clause, kind, isRead } of before.clauses) {
        if (!isRead || describing.includes(kind)) continue;
        const match = /(?<![\d.])(?!100%)([2-9]\d?)(?=分(?!之))/u.exec(clause);
        if (!match) continue;
        const other = text.replace(clause, clause.replace(match[0], `${Number(match[0]) + 0.37}`));
        const after = compileRule(other, { isExecutionRate });
        const isMoved = after.isDoubtful || JSON.stringify(after.rule) !== JSON.stringify(before.rule);
        expect([clause, isMoved]).toEqual([clause, true]);
      }
    }
  });
});

describe('every clause', () => {
  it('stands in the text where it says, and in its order', () => {
    for (const { text, isExecutionRate } of texts) {
      const { clauses } = compileRule(text, { isExecutionRate });
      let last = 0;
      for (const { span, text: words } of clauses) {
        expect(text.slice(span.from, span.to)).toBe(words);
        expect(span.from).toBeGreaterThanOrEqual(last);
        expect(span.to).toBeLessThanOrEqual(text.length);
        last = span.from;
      }
    }
  });

  it('that was not read and speaks of points makes the rule doubtful', () => {
    for (const { text, isExecutionRate } of texts) {
      const { clauses, isDoubtful, problems } = compileRule(text, { isExecutionRate });
      const isOpen = clauses.some(({ isRead, moves }) => !isRead && moves !== 'none');
      expect([text, isDoubtful]).toEqual([text, isOpen || problems.length > 0]);
    }
  });
});

describe('words that no reader knows', () => {
  const additions = [
    '特殊情况除外',
    '经批准的可得满分',
    '其余按50%折算',
    '情节严重的加倍扣分',
    '另行加权30%',
    '以此类推',
    '同比例乘以0.8的系数',
    '超过部分每3项另算2分的一半',
  ];

  it('leave every rule of the corpus doubtful, wherever they are added', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...additions), ({ text, isExecutionRate }, addition) => {
        const compiled = compileRule(`${text.replace(/[。；;]?$/u, '；')}${addition}。`, { isExecutionRate });
        expect([text, addition, compiled.isDoubtful || compiled.rule?.kind === 'reference']).toEqual([
          text,
          addition,
          true,
        ]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('texts that contradict themselves', () => {
  it('name both clauses with their places', () => {
    const text = '完成率80%-95%得8分，90%-100%得10分，80%以下不得分。';
    const { problems, isDoubtful } = compileRule(text);
    expect(isDoubtful).toBe(true);
    expect(problems.map(({ kind, texts: pieces }) => [kind, pieces])).toEqual([
      ['limits-overlap', ['完成率80%-95%得8分', '90%-100%得10分']],
    ]);
    const [problem] = problems;
    expect(problem?.spans.map(({ from, to }) => text.slice(from, to))).toEqual(problem?.texts);
  });

  it('are those that give one thing two awards', () => {
    const text = '合格率≥90%得10分；合格率≥90%得8分；合格率＜90%不得分。';
    const { extent, problems } = compileRule(text);
    expect([extent, problems.map(({ kind, texts: pieces }) => [kind, pieces])]).toEqual([
      'partly',
      [['two-awards', ['合格率≥90%得10分', '合格率≥90%得8分']]],
    ]);
  });

  it('give more than the row weighs, with the place of every such clause', () => {
    const text = '合格率≥95%得8分；90%≤合格率＜95%得6分；合格率＜90%得3分。';
    const compiled = compileRule(text);
    expect([compiled.isDoubtful, besideWeight(compiled, exact(8))]).toEqual([false, compiled]);
    const { isDoubtful, problems } = besideWeight(compiled, exact(5));
    expect(isDoubtful).toBe(true);
    expect(problems.map(({ kind, texts: pieces }) => [kind, pieces])).toEqual([
      ['award-above-weight', ['合格率≥95%得8分']],
      ['award-above-weight', ['90%≤合格率＜95%得6分']],
    ]);
    for (const { spans, texts: pieces } of problems)
      expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(pieces);
  });

  it.each([
    '合格率≥90%得满分，每降低1个百分点扣8分，扣完为止。',
    '按时完成得满分，获得表彰的加8分。',
    '每完成一个村得8分。',
    '同效益指标得分计算方式',
  ])('do not give more than the row weighs by steps, deductions, bonuses or shares: %s', (text) => {
    expect(besideWeight(compileRule(text), exact(5)).problems).toEqual([]);
  });

  it.each(['优得8分，良得5分，差得0分。', '及时足额到位得1.9-8分，否则不得分。', '按时完成得8分，否则不得分。'])(
    'give more than the row weighs by levels, ranges and words too: %s',
    (text) => {
      expect(besideWeight(compileRule(text), exact(5)).problems).toMatchObject([{ kind: 'award-above-weight' }]);
      expect(besideWeight(compileRule(text), exact(8)).problems).toEqual([]);
    },
  );

  it('are not two things by the same limits, nor the same award said twice', () => {
    expect(compileRule('合格率≥95%得2分；优良率≥95%得3分。').problems).toEqual([]);
    expect(compileRule('合格率≥90%得10分；合格率≥90%的得10分；低于90%不得分。').problems).toEqual([]);
  });

  it('are not those whose limits hold one another', () => {
    expect(compileRule('完成100%得6分，完成80%以上得4分，完成60%以上得2分，60%以下不得分。').problems).toEqual([]);
  });
});

describe('time', () => {
  it.each(['（', '(', '9', '①', '%', '×', '每', '得', '一', '≥', '扣', '0.', '100%-', '每1个月扣1分，'])(
    'of many %s is little',
    (unit) => {
      compileRule('每延期1个月扣1分。');
      const milliseconds = cpuTime(() => {
        compileRule(unit.repeat(Math.ceil(32_767 / unit.length)));
        compileRule(unit.repeat(Math.floor(2000 / unit.length)));
        compileRule(`A=${unit.repeat(Math.floor(1900 / unit.length))}`);
      });
      expect(milliseconds).toBeLessThan(1000);
    },
  );
});
