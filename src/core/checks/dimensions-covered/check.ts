/** An indicator system should look at quantity, quality, time, benefit and satisfaction. */
import type { LayoutId } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { type Dimension, dimensionOf, isSatisfaction } from '../shared/dimensions';

/** Families whose level-2 headings are the dimensions of 财预〔2020〕10号. */
const layouts: readonly LayoutId[] = ['national', 'rule-column', 'weight-first', 'no-weight', 'transfer', 'unfamiliar'];
const outputs: readonly Dimension[] = ['数量', '质量', '时效'];
const benefits: readonly Dimension[] = ['经济效益', '社会效益', '生态效益', '可持续影响'];
/** A form in which hardly a heading is a dimension has a system of its own. */
const fewestDimensions = 2;

export const dimensionsCovered = defineCheck({
  id: 'dimensions-covered',
  severity: 'P2',
  scope: 'totals',
  ignoresScores: true,
  messages: { missing: ['dimensions'], noSatisfaction: ['count'] },

  find({ form }, report) {
    if (!layouts.includes(form.layout)) return;
    const rows = form.indicators.filter(({ isAdjustment }) => !isAdjustment);
    const [first] = rows;
    const covered = new Set(rows.map(dimensionOf).filter((dimension) => dimension !== null));
    if (!first || covered.size < fewestDimensions) return;
    const header = form.columns.find(({ role }) => role === 'level2')?.header ?? first.name.cell;

    if (!rows.some(isSatisfaction)) {
      const isNational = form.layout === 'national';
      report('noSatisfaction', {
        cells: [header.ref],
        facts: { count: rows.length },
        ...(isNational ? { severity: 'P1' as const } : {}),
      });
    }
    const missing: string[] = outputs.filter((dimension) => !covered.has(dimension));
    const hasBenefit =
      benefits.some((dimension) => covered.has(dimension)) ||
      rows.some(({ level1 }) => level1 && /效益|效果/u.test(level1.text));
    if (!hasBenefit) missing.push('效益');
    if (missing.length > 0) report('missing', { cells: [header.ref], facts: { dimensions: missing.join('、') } });
  },
});
