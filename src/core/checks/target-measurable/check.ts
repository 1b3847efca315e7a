/** A target must say what would count as reached. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator } from '../../form/form';
import { saysNothing } from '../../form/vocabulary';
import { isWantedHigh } from '../../score/directionTerms';
import { defineCheck, type Remark } from '../defineCheck';
import { isUnsaid, needingTarget, weighed } from '../shared/wanting';
import { withoutSpaces } from '../../signs';

/** Praise without a measure, before a percentage: 社会效益明显≥95%. */
const vagueLead = /明显|显著|较好|良好|逐步|进一步|大幅|有效|成效/u;
/** Names that no percentage measures: 经济效益, 达到的目标经济效益, 社会影响. */
const vagueName = /(?:效益|影响|作用|效果)(?:明显|显著)?$/u;

function isVague({ name, target }: Indicator): boolean {
  const value = target?.value;
  if (value?.kind !== 'quantity' || value.unit?.family !== 'ratio') return false;
  return vagueLead.test(value.lead) || vagueName.test(withoutSpaces(name.text));
}

const notAtAll = /^(?:无|没有|不适用|不涉及)$/u;

/**
 * 无 in a row that carries points: with 无 for a name too nothing is assessed, and as the target of what is wanted high
 * (合格率) it asks for nothing. 无 against 重大事故 is a target.
 */
function reportNothing(row: Indicator, report: (message: 'nothing' | 'noneWanted', remark: Remark) => void): void {
  const { actual, key, name, score, target, weight } = row;
  const points = amountOf(weight);
  if (!target || !points?.gt(0) || !notAtAll.test(target.cell.text.trim())) return;
  const remark = { cells: [target.cell.ref], indicator: key, found: target.cell.text.trim() };
  const isActualNone = actual === null || saysNothing(actual.cell.text);
  if (saysNothing(name.text) && isActualNone) {
    const written = amountOf(score);
    report('nothing', { ...remark, facts: { weight: plain(points), score: written ? plain(written) : '—' } });
  } else if (isWantedHigh(name.text)) {
    report('noneWanted', { ...remark, facts: { name: name.text, target: remark.found, weight: plain(points) } });
  }
}

export const targetMeasurable = defineCheck({
  id: 'target-measurable',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error'],
  messages: {
    missing: ['name'],
    allMissing: ['count'],
    vague: ['name', 'target'],
    nothing: ['weight', 'score'],
    noneWanted: ['name', 'target', 'weight'],
  },

  find({ form }, report) {
    const needing = needingTarget(form).filter(({ target }) => target !== null);
    const missing = needing.filter(({ target }) => isUnsaid(target));
    if (missing.length > 1 && missing.length === needing.length) {
      const cells = missing.flatMap(({ target }) => (target ? [target.cell.ref] : []));
      report('allMissing', { cells, facts: { count: missing.length } });
      return;
    }
    for (const { key, name, target } of missing) {
      if (target) report('missing', { cells: [target.cell.ref], indicator: key, facts: { name: name.text } });
    }
    for (const row of weighed(form)) reportNothing(row, report);
    for (const row of weighed(form).filter(isVague)) {
      const text = row.target?.cell.text.trim() ?? '';
      report('vague', {
        cells: [row.target?.cell.ref ?? row.name.cell.ref],
        indicator: row.key,
        facts: { name: row.name.text, target: text },
        found: text,
        severity: 'P2',
      });
    }
  },
});
