/** Target and actual must be counted in the same thing, and in one that fits the indicator. */
import type { Indicator } from '../../form/form';
import { fold } from '../../value/normalise';
import { compareUnits, kinshipOf, readUnit } from '../../value/units';
import type { Unit } from '../../value/value';
import { byOpenPremises } from '../../score/readings';
import type { IndicatorScore } from '../../score/scores';
import { defineCheck, type Remark } from '../defineCheck';
import { listed } from '../shared/listed';
import { spoken } from '../shared/spoken';
import { weighed } from '../shared/wanting';

/** Counts of things, which cannot be counted in persons: 新增特色产业数量. */
const countOfThings =
  /(?:产业|项目|车间|设施|设备|工程|房屋|道路|桥涵|水渠|泵站|园区|基地|合作社|企业|学校|行政村|乡镇|平台|系统|报告|文件|制度)(?:数量|个数|数|建设数量|建设)$/u;

interface Measured {
  readonly text: string;
  readonly unit: Unit | null;
}

function measuredOf(entry: Indicator['target']): Measured | null {
  const value = entry?.value;
  if (!entry || (value?.kind !== 'quantity' && value?.kind !== 'range')) return null;
  return { text: entry.cell.text.trim(), unit: value.unit };
}

/** The unit of the column 度量单位; null where it is empty or no unit that is known. */
function columnUnitOf({ unit }: Indicator): Unit | null {
  const text = fold(unit?.text ?? '').text;
  const read = text === '' ? null : readUnit(text, 0);
  return read?.end === text.length ? read.unit : null;
}

/** A unit that a target or an actual names itself, against the one in the column beside it. */
function reportColumn(row: Indicator, report: (message: 'column', remark: Remark) => void): boolean {
  const column = columnUnitOf(row);
  const entry = [row.target, row.actual].find((each) => {
    const own = measuredOf(each)?.unit;
    return own && column && compareUnits(own, column) === 'different';
  });
  const own = measuredOf(entry ?? null)?.unit;
  if (!column || !row.unit || !entry || !own) return false;
  report('column', {
    cells: [entry.cell.ref, row.unit.ref],
    indicator: row.key,
    facts: { name: row.name.text, written: entry.cell.text.trim(), own: own.name, column: column.name },
    found: own.name,
    expected: column.name,
  });
  return true;
}

/** Where a bare number can be meant in several units, and the score depends on which. */
function reportScale(score: IndicatorScore, report: (message: 'scale', remark: Remark) => void): void {
  const { indicator, readings } = score;
  const isOpen = byOpenPremises(readings).some(({ premises }) => premises.some(({ about }) => about === 'scale'));
  if (!isOpen || !indicator.actual || !indicator.target) return;
  const facts = {
    name: indicator.name.text,
    target: indicator.target.cell.text.trim(),
    actual: indicator.actual.cell.text.trim(),
  };
  const verdict = { kind: 'question', against: 'agrees', readings: byOpenPremises(readings) } as const;
  const cells = [indicator.actual.cell.ref, indicator.target.cell.ref];
  report('scale', { cells, indicator: indicator.key, facts, found: facts.actual, verdict });
}

export const unitsAgree = defineCheck({
  id: 'units-agree',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error', 'score-matches-rule', 'actual-present', 'target-measurable'],
  messages: {
    differ: ['name', 'target', 'actual', 'targetUnit', 'actualUnit'],
    unfit: ['name', 'target', 'unit'],
    missing: ['count', 'names'],
    scale: ['name', 'target', 'actual'],
    column: ['name', 'written', 'own', 'column'],
  },

  find({ form, scores }, report) {
    for (const score of scores.indicators) reportScale(score, report);
    const unitless: Indicator[] = [];
    for (const row of weighed(form)) {
      const target = measuredOf(row.target);
      const actual = measuredOf(row.actual);
      if (!row.target || !target) continue;
      const place = { cells: [row.target.cell.ref], indicator: row.key };
      const name = row.name.text;
      if (reportColumn(row, report)) continue;
      if (target.unit && actual?.unit && row.actual && compareUnits(target.unit, actual.unit) === 'different') {
        report('differ', {
          cells: [row.actual.cell.ref, row.target.cell.ref],
          indicator: row.key,
          facts: {
            name,
            target: target.text,
            actual: actual.text,
            targetUnit: target.unit.name,
            actualUnit: actual.unit.name,
          },
          found: actual.unit.name,
          expected: target.unit.name,
          // 个 says so little that 5人 for ≥4个 (岗位) is a slip of style.
          ...([target.unit, actual.unit].some(({ family }) => family === '个') ? { severity: 'P2' as const } : {}),
        });
      } else if (target.unit && kinshipOf(target.unit) === 'person' && countOfThings.test(name.replace(/\s/gu, ''))) {
        report('unfit', {
          ...place,
          facts: { name, target: target.text, unit: target.unit.name },
          found: target.unit.name,
        });
      } else if (
        !target.unit &&
        actual &&
        !actual.unit &&
        spoken(row.unit) === '' &&
        !/^[^（(]*[（(].+[）)]$/u.test(name)
      ) {
        unitless.push(row);
      }
    }
    if (unitless.length === 0) return;
    report('missing', {
      cells: unitless.flatMap(({ target }) => (target ? [target.cell.ref] : [])),
      facts: { count: unitless.length, names: listed(unitless.map(({ name }) => name.text)) },
      severity: 'P2',
    });
  },
});
