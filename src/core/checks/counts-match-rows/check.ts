/** A number of indicators that the text claims must be the number of rows. */
import type { Form } from '../../form/form';
import { fold } from '../../value/normalise';
import { readDigits, readNumeral } from '../../value/numbers';
import { defineCheck } from '../defineCheck';

const claim =
  /(?:共|共计|共有|设置|设定|设立|设有|涉及|包括|包含|细化为|分解为)[^。;,]{0,8}?([\d一二三四五六七八九十]+)(?:个|项|条)(一级|二级|三级|绩效|具体|评价)?(?:绩效)?指标/u;
/** Longer texts are no notes; what follows is not looked at. */
const readAtMost = 2000;

function numberOf(digits: string): number {
  const value = readDigits(digits, 0) ?? readNumeral(digits, 0);
  return value ? Number(value.value?.toFixed() ?? Number.NaN) : Number.NaN;
}

/** The numbers of indicators that may be meant; headings for 一级 and 二级. */
function countsOf(form: Form, level: string): readonly number[] {
  const { indicators } = form;
  const labels = (of: 'level1' | 'level2'): number =>
    new Set(indicators.flatMap((row) => (row[of] ? [`${row.level1?.text ?? ''}/${row[of].text}`] : []))).size;
  const execution = form.budget?.weight ? 1 : 0;
  if (level === '一级') return [labels('level1'), labels('level1') + execution];
  if (level === '二级') return [labels('level2'), labels('level2') + execution];
  const ordinary = indicators.filter(({ isAdjustment }) => !isAdjustment).length;
  const measured = indicators.filter(({ isAdjustment, isExecutionRate }) => !isAdjustment && !isExecutionRate).length;
  return [indicators.length, ordinary, measured, indicators.length + execution];
}

export const countsMatchRows = defineCheck({
  id: 'counts-match-rows',
  severity: 'P2',
  scope: 'totals',
  messages: { differs: ['text', 'stated', 'count'] },

  find({ form }, report) {
    for (const cell of [form.goals.expected, form.goals.achieved, ...form.notes]) {
      const match = cell && claim.exec(fold(cell.text.slice(0, readAtMost)).text);
      if (!match) continue;
      const stated = numberOf(match[1] ?? '');
      const counts = countsOf(form, match[2] ?? '');
      const [count = 0] = counts;
      if (!Number.isFinite(stated) || count === 0 || counts.includes(stated)) continue;
      report('differs', {
        cells: [cell.ref],
        facts: { text: match[0], stated, count },
        found: stated,
        expected: count,
      });
    }
  },
});
