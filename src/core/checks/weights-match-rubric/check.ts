/** The level-1 weights should be those that the rules in force ask for. */
import { type Exact, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form } from '../../form/form';
import { costFirst } from '../../rubric/costFirst';
import type { Rubric } from '../../rubric/rubric';
import { defineCheck } from '../defineCheck';
import { ordinary } from '../shared/scored';
import { withoutSpaces } from '../../signs';

/** The word that tells a level-1 heading whatever stands around it: "产出指标（50分）", "C 产出" → 产出. */
const cores = [
  '执行率',
  '满意度',
  '资金保障',
  '项目管理',
  '使用成效',
  '决策',
  '过程',
  '管理',
  '投入',
  '产出',
  '效益',
  '成本',
] as const;

function coreOf(heading: string): string {
  return cores.find((core) => heading.includes(core)) ?? withoutSpaces(heading);
}

interface Section {
  readonly weight: Exact;
  readonly cell: Form['indicators'][number]['name']['cell'];
  readonly label: string;
}

/** What each level-1 heading of the form weighs, the execution rate of the budget block included; null: cannot be had. */
function sectionsOf(form: Form): ReadonlyMap<string, Section> | null {
  const sections = new Map<string, Section>();
  const add = (core: string, section: Section): void => {
    const known = sections.get(core);
    sections.set(core, known ? { ...known, weight: known.weight.plus(section.weight) } : section);
  };
  for (const { level1, weight } of ordinary(form)) {
    const amount = amountOf(weight);
    if (weight && !amount) return null;
    if (!level1) return null;
    if (amount) add(coreOf(level1.text), { weight: amount, cell: level1.cell, label: level1.text });
  }
  const execution = amountOf(form.budget?.weight ?? null);
  const whole = form.budget?.lines.find(({ role }) => role === 'total');
  if (execution && form.budget?.weight) {
    add('执行率', { weight: execution, cell: form.budget.weight.cell, label: whole?.label.text ?? '' });
  }
  return sections;
}

/** The usual weights: those of the rubric, or of the newer template where a rubric with the same other sections meets 成本 as a first level. */
function usualFor(
  sections: ReadonlyMap<string, Section>,
  { levels, title }: Rubric,
): { readonly levels: Rubric['levels']; readonly title: string } {
  const cores = new Set(levels.map(({ name }) => coreOf(name)));
  const others = costFirst.levels.filter(({ name }) => name !== '成本');
  const isOlder = cores.size === others.length && others.every(({ name }) => cores.has(coreOf(name)));
  return sections.has('成本') && isOlder ? { levels: costFirst.levels, title: costFirst.document } : { levels, title };
}

export const weightsMatchRubric = defineCheck({
  id: 'weights-match-rubric',
  severity: 'P1',
  scope: 'totals',
  ignoresScores: true,
  yieldsTo: ['weight-is-number', 'weights-match-label', 'weights-reach-total'],
  messages: { differs: ['weights', 'usual', 'rubric'] },

  find({ form, rubric }, report) {
    const sections = sectionsOf(form);
    if (!sections || sections.size === 0) return;
    const { levels, title } = usualFor(sections, rubric);
    const usual = new Map(levels.map(({ name, weight }) => [coreOf(name), weight]));
    // A form with other sections than the rules know follows rules of its own; a comparison would say nothing.
    if (usual.size !== sections.size || [...sections.keys()].some((core) => !usual.has(core))) return;
    // Weights that do not add up have their own finding.
    if (!sum([...sections.values()].map(({ weight }) => weight)).eq(rubric.total)) return;
    const differing = [...sections].flatMap(([core, section]) => {
      const expected = usual.get(core);
      return expected && !expected.eq(section.weight) ? [{ ...section, core, expected }] : [];
    });
    const [first] = differing;
    if (!first) return;
    // 财预〔2020〕10号 lets a unit change the weights; a form that states the distribution itself must keep to it.
    const isStated = form.notes.some(({ text }) =>
      differing.some(({ core, expected }) => withoutSpaces(text).includes(`${core}指标${plain(expected)}分`)),
    );
    const list = (pointsOf: (section: (typeof differing)[number]) => Exact): string =>
      differing.map((section) => `${section.label || section.core} ${plain(pointsOf(section))}`).join('、');
    report('differs', {
      cells: differing.map(({ cell }) => cell.ref),
      facts: { weights: list(({ weight }) => weight), usual: list(({ expected }) => expected), rubric: title },
      found: list(({ weight }) => weight),
      expected: list(({ expected }) => expected),
      ...(isStated ? {} : { severity: 'P2' as const }),
    });
  },
});
