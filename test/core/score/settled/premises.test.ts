/** Taking a premise away never turns a question, or silence, into an accusation. */
import fc from 'fast-check';
import type { Severity } from '../../../../src/core/checks/finding';
import { reviewRow, type RowCase, type RowReview } from './rowForm';

const order: readonly (Severity | 'none')[] = ['P0', 'P1', 'P2', 'none'];

/** How grave the gravest finding about the row's score is. */
function gravityOf({ findings }: RowReview): number {
  const about = findings.filter(
    ({ check }) => check.startsWith('score-') && check !== 'score-rate-near-execution-rate',
  );
  return Math.min(3, ...about.map(({ severity }) => order.indexOf(severity)));
}

const name = fc.constantFrom(
  '建设工期',
  '死亡率',
  '新建桥涵',
  '群众满意度',
  '受益人数',
  '违法案件数',
  '项目总成本',
  '响应时间',
);
/** Names whose direction no formula of a scoring document gives. */
const unsettled = name.filter((each) => each !== '新建桥涵' && each !== '群众满意度');
const unit = fc.constantFrom('个', '%', '天', '万元', '人');
const operator = fc.constantFrom('≥', '≤', '>', '<');
const number = fc.integer({ min: 1, max: 400 });
const stated = fc.integer({ min: 0, max: 1000 }).map((cents) => cents / 100);

describe('a premise that is taken away', () => {
  it('the operator of the target', () => {
    fc.assert(
      fc.property(unsettled, unit, operator, number, number, stated, (named, of, sign, target, actual, score) => {
        const row = (mark: string): RowCase => ({
          name: named,
          target: `${mark}${String(target)}${of}`,
          actual: `${String(actual)}${of}`,
          stated: score,
        });
        const withIt = gravityOf(reviewRow(row(sign)));
        if (withIt > 0) expect(gravityOf(reviewRow(row('')))).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('the unit of the actual', () => {
    fc.assert(
      fc.property(unit, operator, number, number, stated, (of, sign, target, actual, score) => {
        const row = (own: string): RowCase => ({
          name: '新建桥涵',
          target: `${sign}${String(target)}${of}`,
          actual: `${String(actual)}${own}`,
          stated: score,
        });
        const withIt = gravityOf(reviewRow(row(of)));
        if (withIt > 0) expect(gravityOf(reviewRow(row('')))).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('what agrees: an operator that a sign column contradicts leaves the row open', () => {
    fc.assert(
      fc.property(name, operator, number, number, (named, sign, target, actual) => {
        const isPositive = sign === '≥' || sign === '>';
        const review = reviewRow({
          name: named,
          target: `${sign}${String(target)}个`,
          actual: `${String(actual)}个`,
          sign: isPositive ? '反向' : '正向',
          stated: 10,
        });
        expect(
          review.findings.some(({ check, message }) => check === 'direction-makes-sense' && message === 'contradicts'),
        ).toBe(true);
        expect(gravityOf(review)).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
