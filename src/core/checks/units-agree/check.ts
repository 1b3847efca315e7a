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
import { isWeighed } from '../shared/wanting';
import { withoutSpaces } from '../../signs';

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

/** Numbers in target and actual that say nowhere what they count. */
function isUnitless({ actual, name, target, unit }: Indicator): boolean {
  const [wanted, reached] = [measuredOf(target), measuredOf(actual)];
  if (!wanted || wanted.unit || !reached || reached.unit || spoken(unit) !== '') return false;
  return !/^[^（(]*[（(].+[）)]$/u.test(name.text);
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

  findInRow(score, _, report) {
    reportScale(score, report);
    const row = score.indicator;
    const target = measuredOf(row.target);
    if (!row.target || !target || !isWeighed(row) || reportColumn(row, report) || !target.unit) return;
    const actual = measuredOf(row.actual);
    const name = row.name.text;
    if (actual?.unit && row.actual && compareUnits(target.unit, actual.unit) === 'different') {
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
    } else if (kinshipOf(target.unit) === 'person' && countOfThings.test(withoutSpaces(name))) {
      report('unfit', {
        cells: [row.target.cell.ref],
        indicator: row.key,
        facts: { name, target: target.text, unit: target.unit.name },
        found: target.unit.name,
      });
    }
  },

  find({ form }, report) {
    const unitless = form.indicators.filter((row) => isWeighed(row) && isUnitless(row));
    if (unitless.length === 0) return;
    report('missing', {
      cells: unitless.flatMap(({ target }) => (target ? [target.cell.ref] : [])),
      facts: { count: unitless.length, names: listed(unitless.map(({ name }) => name.text)) },
      severity: 'P2',
    });
  },
});
