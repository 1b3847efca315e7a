/** Every rule sentence of the corpus gives its rows the points that a reviewer gives them: numbers, not only kinds. */
import { compileRule } from '../../../src/core/rubric/compileRule';
import { ruleCases, type RuleCaseText, type RuleRow } from '../../bench/ruleCases';
import { ruleTexts } from '../../bench/ruleTexts';
import { scoreRuleRow } from '../../bench/scoreRuleRow';

/** What came out for a row, in the words of the corpus. */
function outcome(rule: RuleCaseText, row: RuleRow): unknown {
  const { points, allows } = scoreRuleRow(rule, row);
  return row.points === null ? { points, possible: row.possible.filter(allows) } : { points };
}

function expected({ points, possible }: RuleRow): unknown {
  return points === null ? { points, possible } : { points };
}

describe.each(ruleCases)('$name $weight: $text', (rule) => {
  it.each(rule.rows)('$target and $actual give $points', (row) => {
    expect(outcome(rule, row)).toEqual(expected(row));
  });
});

describe('the corpus', () => {
  it('holds three hundred texts together with those of the kinds, no two alike', () => {
    const texts = [...ruleCases, ...ruleTexts].map(({ text, ...rest }) => `${'name' in rest ? rest.name : ''}${text}`);
    expect(texts.length).toBeGreaterThanOrEqual(300);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('states points, or points that remain possible, for every row', () => {
    for (const { rows } of ruleCases) {
      expect(rows.length).toBeGreaterThan(0);
      for (const { points, possible } of rows) expect(points !== null || possible.length > 0).toBe(true);
    }
  });

  it('is read wholly where a number comes out', () => {
    for (const { text, rows, isExecutionRate } of ruleCases) {
      if (rows.every(({ points }) => points === null)) continue;
      expect([text, compileRule(text, { isExecutionRate }).isDoubtful]).toEqual([text, false]);
    }
  });
});
