/** Every published form gives the sums that a person finds in it. */
import { recognise } from '../../../src/core/form/recognise';
import type { Form } from '../../../src/core/form/form';
import { inferRubric } from '../../../src/core/rubric/inferRubric';
import { scoreForm } from '../../../src/core/score/scoreForm';
import type { IndicatorScore, Scores } from '../../../src/core/score/scores';
import { toA1 } from '../../../src/core/sheet/cellRef';
import { publishedForm } from '../../forms';

function read(name: string): { form: Form; scores: Scores; rubric: string } {
  const recognition = recognise(publishedForm(name).snapshot);
  if (!recognition.found) throw new Error(`${name} is no form`);
  const [form] = recognition.forms;
  if (!form) throw new Error(`${name} has no form`);
  const { rubric } = inferRubric(form);
  return { form, scores: scoreForm(form, rubric), rubric: rubric.id };
}

function at(scores: Scores, cell: string): IndicatorScore {
  const score = scores.indicators.find(({ indicator }) => toA1(indicator.name.cell.ref) === cell);
  if (!score) throw new Error(`no indicator at ${cell}`);
  return score;
}

const text = (value: { toFixed(): string } | null): string | null => value?.toFixed() ?? null;

function admissibleAt(scores: Scores, cell: string): readonly string[] | null {
  return at(scores, cell).admissible?.map((score) => score.toFixed()) ?? null;
}

describe('published forms', () => {
  it.each([
    ['revitalisation-2023', 'huaiyuan-2023', '100', '100', '100', '100', '优', '优'],
    ['canteen-2023', 'huaiyuan-2023', '100', '87.3', '87.3', '97.3', '良', '优'],
    ['planning-2023', 'huaiyuan-2023', null, '100', null, null, '优', null],
    ['farmland-2019', 'xixia-2019', '100', '97', '97', '98.08', '优', '优'],
    ['water-2019', 'xixia-2019', '100', '96', '96', '90', '优', '优'],
    ['disaster-2019', 'xixia-2019', '99', '100', '90', '99', '优', '优'],
    ['cattle-2023', 'pinglu-2023', '100', '88.8', '88.8', '87.8', '良', '良'],
    ['farmland-2021', 'jingyuan-2021', '100', '75.55', '75.55', '75.55', '中', '中'],
    ['framework-15-25-30-30', 'huaiyuan-framework', '100', '99.7', '99.7', '99.7', '优', '优'],
  ])('%s follows %s and adds up', (name, profile, weight, stated, sum, computed, grade, computedGrade) => {
    const { scores, rubric } = read(name);
    const { totals } = scores;
    expect(rubric).toBe(profile);
    expect([totals.weight, totals.statedScore, totals.sumOfScores, totals.computedScore].map(text)).toEqual([
      weight,
      stated,
      sum,
      computed,
    ]);
    expect([totals.grade, totals.computedGrade]).toEqual([grade, computedGrade]);
  });

  it('scores the canteen: head count in proportion, cost met, execution rate by the stated rate', () => {
    const { scores } = read('canteen-2023');
    expect(text(at(scores, 'D14').computed)).toBe('8.5');
    expect(at(scores, 'D14').derivation).toEqual({
      key: 'ratio-positive',
      facts: { actual: '17', target: '20', weight: '10', score: '8.50' },
    });
    expect(text(at(scores, 'D17').computed)).toBe('20');
    expect(at(scores, 'D17').derivation).toEqual({
      key: 'target-met',
      facts: { actual: '87.97%', comparator: '≤', target: '100%', weight: '20' },
    });
    expect(at(scores, 'D17').direction).toBe('reverse');
    expect(at(scores, 'D17').directionFrom).toBe('comparator');
    expect(text(scores.execution?.computed ?? null)).toBe('8.8');
    expect(scores.execution?.rateInterval?.low.toFixed(4)).toBe('0.8786');
    expect(scores.execution?.rateInterval?.high.toFixed(4)).toBe('0.8803');
  });

  it('scores nothing of the form whose rows are displaced', () => {
    const { scores } = read('planning-2023');
    expect(scores.indicators).toHaveLength(9);
    for (const score of scores.indicators) {
      expect(score.leftOpen).toBe('misaligned');
      expect(score.computed).toBeNull();
      expect(score.interval).toBeNull();
    }
  });

  it('converts 万亩 and keeps a bare 5 against 1-2年 open', () => {
    const { scores } = read('farmland-2019');
    expect(text(at(scores, 'C17').computed)).toBe('9.08');
    expect(at(scores, 'C17').rule).toMatchObject({ source: 'form', cell: { row: 16, column: 6 }, notUnderstood: [] });
    expect(at(scores, 'C19').computed).toBeNull();
    expect(at(scores, 'C19').leftOpen).toBe('not-measurable');
    expect(text(at(scores, 'C28').computed)).toBe('10');
    // 同效益指标得分计算方式: the rule that governs stands in G21.
    expect(at(scores, 'C28').rule.cell).toEqual({ row: 20, column: 6 });
  });

  it('finds the scores of the water form that its own rules contradict', () => {
    const { scores } = read('water-2019');
    expect(text(at(scores, 'C13').computed)).toBe('0');
    expect(text(at(scores, 'C18').computed)).toBe('2');
    expect(text(at(scores, 'C22').computed)).toBe('2');
    expect(admissibleAt(scores, 'C14')).toEqual(['0', '2', '3', '4', '5', '7']);
  });

  it('finds 完成/完成 and 是/是 scored below full marks', () => {
    const { scores } = read('disaster-2019');
    expect(text(at(scores, 'C21').computed)).toBe('5');
    expect(text(at(scores, 'C22').computed)).toBe('10');
  });

  it('reads the rules of the cattle form', () => {
    const { scores } = read('cattle-2023');
    expect(text(at(scores, 'C21').computed)).toBe('0');
    expect(text(at(scores, 'C23').computed)).toBe('5');
    expect(at(scores, 'C11').interval).toMatchObject({ includesHigh: true });
    expect([at(scores, 'C11').interval?.low, at(scores, 'C11').interval?.high].map((end) => end?.toFixed())).toEqual([
      '4',
      '8',
    ]);
    expect(admissibleAt(scores, 'C12')).toContain('4.8');
    expect(at(scores, 'C19').rule.notUnderstood).toEqual([]);
    expect(text(at(scores, 'C25').computed)).toBe('0');
  });

  it('computes 1531.69 ÷ 2140 × 3 = 2.15', () => {
    const { scores } = read('farmland-2021');
    expect(text(at(scores, 'D12').computed)).toBe('2.15');
    expect(at(scores, 'D12').derivation).toEqual({
      key: 'execution-ratio',
      facts: { executed: '1531.69', budget: '2140', weight: '3', score: '2.15' },
    });
    expect(admissibleAt(scores, 'D21')).toEqual(['0', '3', '5']);
  });
});
