/** The profile that a form follows is told by its marks, and only by several of them. */
import { inferRubric } from '../../../src/core/rubric/inferRubric';
import { formOf, type IndicatorSpec } from '../../support/formBuilder';

const row = (level1: string, weight: number): IndicatorSpec => ({ level1, weight, target: '10个', actual: '10个' });

describe('the inferred profile', () => {
  it('is the national one where nothing speaks for another', () => {
    const inferred = inferRubric(formOf({ indicators: [row('产出指标', 50), row('效益指标', 30)] }));
    expect(inferred.rubric.id).toBe('national-2020');
    expect(inferred.because).toEqual([]);
  });

  it('is told by labels and weights, and says so', () => {
    const form = formOf({
      layout: 'rule-column',
      indicators: [
        row('项目决策(10分)', 10),
        row('项目管理(25分)', 25),
        row('项目产出(30分)', 30),
        row('项目效益(35分)', 35),
      ],
    });
    const inferred = inferRubric(form);
    expect(inferred.rubric.id).toBe('xixia-2019');
    expect(inferred.because.map(({ key }) => key)).toEqual(['inferred-weights', 'inferred-labels', 'inferred-layout']);
    expect(inferred.because[0]?.facts).toEqual({ weights: '10/25/30/35' });
  });

  it('is told by the notes of 怀远', () => {
    const notes = ['3. 定量指标若为正向指标, 则得分计算方法应用全年实际值/年度指标值×该指标分值。'];
    expect(inferRubric(formOf({ indicators: [row('产出指标', 50)], notes })).rubric.id).toBe('huaiyuan-2023');
  });

  it('is told by twenty points for the execution rate', () => {
    const form = formOf({ indicators: [row('产出指标', 40)], budget: { budget: 100, executed: 90, weight: 20 } });
    expect(inferRubric(form).rubric.id).toBe('hubei-20');
  });

  it('does not rest on a place name alone', () => {
    const form = formOf({ indicators: [row('产出指标', 50)], title: '西夏区项目支出绩效自评表' });
    expect(inferRubric(form).rubric.id).toBe('national-2020');
  });
});
