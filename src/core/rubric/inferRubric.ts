/** Which profile a form follows, told by its weights, labels, layout and notes. */
import { plain, sum, zero, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { Form, Indicator } from '../form/form';
import { fold } from '../value/normalise';
import { defaultProfile, profileById, profiles } from './profiles';
import type { Rubric } from './rubric';

/** The profile and what spoke for it. */
export interface InferredRubric {
  /** The one in force where the form says so, else the likeliest. */
  readonly rubric: Rubric;
  /** Others for which something in the form speaks, where nothing decides: each is a way to read the form. */
  readonly admissible: readonly Rubric[];
  /** The rest that the form does not contradict: they settle nothing, and hold back an accusation. */
  readonly contrary: readonly Rubric[];
  /** Message keys with facts, the strongest first; empty: nothing did, so the default stands. */
  readonly because: readonly { readonly key: string; readonly facts: Readonly<Record<string, string>> }[];
}

interface Evidence {
  readonly key: 'place' | 'labels' | 'weights' | 'notes' | 'execution-weight' | 'layout';
  readonly facts: Readonly<Record<string, string>>;
  readonly worth: number;
}

/** All words of the form's head, rows and notes, in one typography. */
function wordsOf(form: Form): string {
  const cells = [form.title, form.project, form.department, form.unit, ...form.notes];
  return fold(cells.map((cell) => cell?.text ?? '').join('\n')).text;
}

function headingsOf(form: Form): string {
  const labels = form.indicators.flatMap(({ level1, level2 }) => [level1?.text ?? '', level2?.text ?? '']);
  return [...new Set(labels)].join('\n');
}

/** The weight under the level-1 headings that contain a word; null where there is none. */
function weightUnder(form: Form, word: string): Exact | null {
  const rows = form.indicators.filter(({ level1, isAdjustment }) => !isAdjustment && level1?.text.includes(word));
  return rows.length === 0 ? null : sum(rows.map(({ weight }: Indicator) => amountOf(weight) ?? zero));
}

function weightEvidence(form: Form, rubric: Rubric): Evidence | null {
  const known = rubric.levels.map(({ name, weight }) => ({ weight, found: weightUnder(form, name) }));
  const matching = known.filter(({ weight, found }) => found?.eq(weight));
  if (matching.length < 3) return null;
  const facts = { weights: matching.map(({ weight }) => plain(weight)).join('/') };
  return { key: 'weights', facts, worth: matching.length };
}

const places: readonly (readonly [string, RegExp])[] = [
  ['xixia-2019', /西夏/u],
  ['huaiyuan-2023', /怀远/u],
  ['pinglu-2023', /平鲁/u],
  ['jingyuan-2021', /泾源/u],
  ['hubei-20', /湖北|武汉/u],
  ['sichuan-10-90', /四川|成都/u],
];

/** What each profile is known by, besides its weights. */
function markEvidence(id: string, form: Form, words: string, headings: string): readonly Evidence[] {
  const found: Evidence[] = [];
  const add = (holds: boolean, key: Evidence['key'], facts: Evidence['facts'], worth: number): void => {
    if (holds) found.push({ key, facts, worth });
  };
  const place = places.find(([profile]) => profile === id)?.[1].exec(words)?.[0];
  add(place !== undefined, 'place', { place: place ?? '' }, 2);
  const execution = amountOf(form.budget?.weight ?? null);
  const hasNote = form.notes.some((note) => /全年实际值[/÷]年度指标值/u.test(fold(note.text).text));
  const isNational = form.layout === 'national';
  switch (id) {
    case 'huaiyuan-2023':
      add(hasNote, 'notes', { note: '全年实际值/年度指标值×该指标分值' }, 3);
      // The framework of the same county scores another way.
      if (!isNational) return [];
      break;
    case 'xixia-2019':
      // The national framework has these headings too: alone they say nothing of the place.
      add(/项目决策/u.test(headings) && /项目管理/u.test(headings), 'labels', { labels: '项目决策、项目管理' }, 1);
      add(form.layout === 'rule-column', 'layout', { layout: form.layout }, 1);
      break;
    case 'pinglu-2023':
      add(/资金保障/u.test(headings) && /使用成效/u.test(headings), 'labels', { labels: '资金保障、使用成效' }, 3);
      break;
    case 'jingyuan-2021':
      add(form.layout === 'scorecard' && /项目过程|过程/u.test(headings), 'layout', { layout: form.layout }, 2);
      break;
    case 'huaiyuan-framework':
      add(form.layout === 'framework', 'layout', { layout: form.layout }, 2);
      break;
    case 'hubei-20':
      add(execution?.eq(20) === true, 'execution-weight', { weight: '20' }, 3);
      add(form.layout === 'no-weight', 'layout', { layout: form.layout }, 1);
      break;
    case 'sichuan-10-90':
      add(form.layout === 'weight-first', 'layout', { layout: form.layout }, 1);
      break;
    default:
  }
  return found;
}

const inferable = [
  'huaiyuan-2023',
  'xixia-2019',
  'pinglu-2023',
  'jingyuan-2021',
  'huaiyuan-framework',
  'hubei-20',
  'sichuan-10-90',
] as const;

/** Less than this is a coincidence. */
const enough = 3;

/** A profile with what speaks for it. */
interface Supported {
  readonly rubric: Rubric;
  readonly evidence: readonly Evidence[];
  readonly worth: number;
}

function supportOf(form: Form): readonly Supported[] {
  const words = wordsOf(form);
  const headings = headingsOf(form);
  return inferable.map((id) => {
    const rubric = profileById(id);
    if (!rubric) throw new Error(`There is no built-in profile ${id}`);
    const marks = markEvidence(id, form, words, headings);
    // Weights alone are shared by many places; they only support another mark.
    const weights = marks.length > 0 ? weightEvidence(form, rubric) : null;
    const evidence = weights ? [...marks, weights] : marks;
    return { rubric, evidence, worth: evidence.reduce((total, each) => total + each.worth, 0) };
  });
}

/** Headings that every system has under some name, and that therefore contradict none. */
const common = /执行率|满意度|绩效指标/u;

/** Whether the form's own headings or the weight of its execution rate rule a profile out. */
function isContradicted(form: Form, headings: string, { levels }: Rubric): boolean {
  const own = amountOf(form.budget?.weight ?? null);
  const usual = levels.find(({ name }) => name.includes('执行率'))?.weight;
  if (own && usual && !own.eq(usual)) return true;
  return levels.some(({ name }) => !common.test(name) && !headings.includes(name));
}

/** The profiles that may be in force beside the likeliest; none where the form itself names the place or the rule. */
function others(
  form: Form,
  { evidence, rubric }: Pick<Supported, 'evidence' | 'rubric'>,
  all: readonly Supported[],
): Pick<InferredRubric, 'admissible' | 'contrary'> {
  if (evidence.some(({ key }) => key === 'place' || key === 'notes')) return { admissible: [], contrary: [] };
  const headings = headingsOf(form);
  const possible = all.filter((each) => each.rubric !== rubric && !isContradicted(form, headings, each.rubric));
  const speaking = possible.filter(({ worth }) => worth > 0).map((each) => each.rubric);
  const national = rubric === defaultProfile ? [] : [defaultProfile];
  const silent = profiles.filter(
    (each) =>
      each !== rubric && each !== defaultProfile && !speaking.includes(each) && !isContradicted(form, headings, each),
  );
  return { admissible: [...national, ...speaking], contrary: silent };
}

/** The profile that a form follows; the national one where nothing else is told clearly. */
export function inferRubric(form: Form): InferredRubric {
  const all = supportOf(form);
  const enoughFor = all.filter(({ worth }) => worth >= enough);
  const best = enoughFor.reduce<Supported | null>(
    (strongest, each) => (each.worth > (strongest?.worth ?? 0) ? each : strongest),
    null,
  );
  if (!best) {
    return { rubric: defaultProfile, because: [], ...others(form, { rubric: defaultProfile, evidence: [] }, all) };
  }
  const ordered = [...best.evidence].sort((left, right) => right.worth - left.worth);
  return {
    rubric: best.rubric,
    because: ordered.map(({ key, facts }) => ({ key: `inferred-${key}`, facts })),
    ...others(form, best, all),
  };
}
