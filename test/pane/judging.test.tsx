/** What is left to a person: the list of work, a rule said in clauses with what it gives, a score, an opinion, the record. */
import './support/jsdom';
import { screen, within } from '@testing-library/react';
import type { Decision } from '../../src/core/decisions/decision';
import { executionBasisOf } from '../../src/core/decisions/basis';
import { ruleKey } from '../../src/core/decisions/formDecisions';
import { clauseChoices, withClause } from '../../src/core/rubric/clauseChoices';
import { neighboursOf } from '../../src/pane/decisions/openRows';
import { compileRule } from '../../src/core/rubric/compileRule';
import { formOf, review, rowOf, rows, ruleDecision, scoreDecision, unreadRule } from '../core/decisions/decided';
import { openPlaces } from '../../src/core/report/openPlaces';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { publishedForm } from '../forms';
import { sheetReport } from './support/fixtures';
import { FakeServices, good, openReviewed } from './support/pane';

const shown = (decisions: readonly Decision[] = []) => sheetReport({ ...review(decisions) });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });

function servicesOf(decisions: readonly Decision[] = []): FakeServices {
  return new FakeServices({ review: () => Promise.resolve(good(shown(decisions))) });
}

test('the open rows are a list of work that goes on from the last to the first', () => {
  const form = formOf(review());
  const names = new Map(form.scores.indicators.map(({ indicator: { key, name } }) => [key, name.text]));
  expect(openPlaces(form).map((place) => place && names.get(place))).toEqual([
    '培训人数',
    '考核得分',
    '户均用量',
    '服务能力',
  ]);
  const key = (name: string) => rowOf(form, name).indicator.key;
  expect(neighboursOf(form, key('培训人数'))).toEqual({ previous: key('服务能力'), next: key('考核得分') });
  // A row that is settled lies between the open ones around it.
  expect(neighboursOf(form, key('群众满意度'))).toEqual({ previous: key('服务能力'), next: key('培训人数') });
});

test('which evidence to ask for is said of every row that is left to a person', async () => {
  const before = formOf(review());
  const { user } = await openReviewed(servicesOf([scoreDecision(before, '服务能力', '16')]));
  await user.click(button('逐项评定'));
  expect(await screen.findByText('请单位提供：清单、签收单或验收单、现场照片')).toBeTruthy();
  await user.click(button('下一项'));
  expect(await screen.findByText('请单位提供：验收报告、检测报告或合格证')).toBeTruthy();
  await user.click(button('下一项'));
  expect(await screen.findByText('请单位提供：合同、发票、支付凭证、结算或决算')).toBeTruthy();
});

test.each([
  // Its rule settles it.
  ['群众满意度', null],
  // A person gave the score; what it rests on may still have to be shown.
  ['服务能力', '请单位提供：统计数据、台账、受益对象名单'],
])('the evidence to ask for on %s: %s', async (name, evidence) => {
  const before = formOf(review());
  const { user } = await openReviewed(servicesOf([scoreDecision(before, '服务能力', '16')]));
  await user.click(screen.getByRole('tab', { name: '得分' }));
  await user.click(button(new RegExp(`^[A-Z]+\\d+ ?：${name}`, 'u')));
  await user.click(button(`评定“${name}”`));
  await screen.findByRole('group', { name: '复核得分' });
  expect(screen.queryByText(/^请单位提供/u)?.textContent ?? null).toBe(evidence);
});

test.each(clauseChoices)('the clause $name is understood, alone or after another', ({ name, slots, write }) => {
  const values = { slotNumber: '1', slotUnit: '天', slotPoints: '2', slotFrom: '80', slotTo: '90' };
  const clause = write(slots.map((slot) => values[slot]));
  // A cap of steps needs steps, and a floor something above it.
  const before = name === 'clause-most' ? '每延期1天,扣1分' : name === 'clause-least' ? '完成率≥95%,得满分' : '';
  expect(compileRule(withClause(before, clause))).toMatchObject({ extent: 'wholly', isDoubtful: false });
});

test('a rule is put together from clauses, seen with the score that it gives, and kept', async () => {
  const services = servicesOf();
  const { user } = await openReviewed(services);
  expect(screen.getByText('还有 4 项待评定')).toBeTruthy();
  await user.click(button('逐项评定'));
  await screen.findByRole('heading', { name: '评定这一项' });
  const rule = within(await screen.findByRole('region', { name: '这一行的规则' }));
  expect(rule.getByText(/画线的话没有看懂/u)).toBeTruthy();
  expect(document.querySelector('mark')?.textContent).toContain(unreadRule);
  await user.click(button('说明这段规则的意思…'));
  expect(button('按这样执行').getAttribute('aria-disabled')).toBe('true');
  await user.selectOptions(screen.getByRole('combobox'), '每少多少扣几分');
  await user.type(field('数'), '1');
  await user.type(field('单位'), '人');
  await user.type(field('分'), '0.5');
  await user.click(button('加入“每低于目标值1人,扣0.5分”'));
  expect(await screen.findByText(/看懂了。这一行：.*= 10/u)).toBeTruthy();
  expect(screen.getByText(/同样的规则文字有 2 行/u)).toBeTruthy();
  await user.click(button('按这样执行'));
  expect(services.decided).toEqual([
    { wanted: { kind: 'rule', text: ruleKey(unreadRule), means: '每低于目标值1人,扣0.5分' }, replaces: false },
  ]);
});

test('an award above the weight is marked where it stands, and a sentence that gives too much is not kept', async () => {
  const text = '考核优秀得25分，良好得15分，其他不得分';
  const lines = rows.map((row) => row.replace(unreadRule, text));
  const services = new FakeServices({
    review: () => Promise.resolve(good(sheetReport({ ...review([], { rows: lines }) }))),
  });
  const { user } = await openReviewed(services);
  await user.click(button('逐项评定'));
  const rule = within(await screen.findByRole('region', { name: '这一行的规则' }));
  expect(rule.getByText(/给的分超过分值 20 分.*考核优秀得25分/u)).toBeTruthy();
  expect(rule.getByText('全部看懂了。')).toBeTruthy();
  expect(document.querySelector('mark')?.textContent).toBe('自相矛盾：考核优秀得25分');
  await user.click(button('说明这段规则的意思…'));
  await user.type(screen.getByRole('textbox', { name: /您的写法/u }), '完成率≥95%得25分，否则不得分');
  expect(await screen.findByText(/还没有全部看懂/u)).toBeTruthy();
  await user.click(button('按这样执行'));
  expect(services.decided).toEqual([]);
});

test('a sentence of another workbook for the same text is offered, and kept only when it is taken up', async () => {
  const means = '每低于目标值1人,扣0.5分';
  const asked: string[] = [];
  const known = (text: string) => {
    asked.push(text);
    return Promise.resolve(means);
  };
  const services = new FakeServices({ review: () => Promise.resolve(good(shown())), knownWording: known });
  const { user } = await openReviewed(services);
  await user.click(button('逐项评定'));
  expect(await screen.findByText(`上次对同样的文字写过：${means}`)).toBeTruthy();
  expect([asked[0], services.decided]).toEqual([unreadRule, []]);
  await user.click(button('采用'));
  expect(services.decided).toEqual([{ wanted: { kind: 'rule', text: ruleKey(unreadRule), means }, replaces: false }]);
});

test('nothing is offered where something is decided for the text', async () => {
  const services = new FakeServices({
    review: () => Promise.resolve(good(shown([ruleDecision('看情况给分')]))),
    knownWording: () => Promise.resolve('每低于目标值1人,扣0.5分'),
  });
  const { user } = await openReviewed(services);
  await user.click(button('逐项评定'));
  // Opening the editor lets whatever was asked for arrive.
  await user.click(await screen.findByRole('button', { name: '说明这段规则的意思…' }));
  expect(screen.queryByText(/上次对同样的文字写过/u)).toBeNull();
});

test('words that are not understood are marked and cannot be kept', async () => {
  const services = servicesOf();
  const { user } = await openReviewed(services);
  await user.click(button('逐项评定'));
  await user.click(await screen.findByRole('button', { name: '说明这段规则的意思…' }));
  await user.type(screen.getByRole('textbox', { name: /您的写法/u }), '按系数折算计分');
  expect(await screen.findByText(/还没有全部看懂/u)).toBeTruthy();
  await user.click(button('按这样执行'));
  expect(services.decided).toEqual([]);
});

test('a score needs a reason; the admissible ones are buttons', async () => {
  const services = servicesOf();
  const { user } = await openReviewed(services);
  await user.click(screen.getByRole('tab', { name: '得分' }));
  await user.click(button(/^[A-Z]+\d+ ?：户均用量/u));
  await user.click(button('评定“户均用量”'));
  const score = within(await screen.findByRole('group', { name: '复核得分' }));
  expect(score.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['16.67 分', '20 分']);
  await user.click(score.getByRole('button', { name: '16.67 分' }));
  await user.click(button('记下得分'));
  expect(services.decided).toEqual([]);
  await user.type(field(/^理由/u), '按节约算{Enter}');
  expect(services.decided).toMatchObject([
    { wanted: { kind: 'score', indicator: '产出指标/成本指标/户均用量', score: '16.67', reason: '按节约算' } },
  ]);
});

test('an open direction is settled by its button', async () => {
  const services = servicesOf();
  const { user } = await openReviewed(services);
  await user.click(screen.getByRole('tab', { name: '得分' }));
  await user.click(button(/^[A-Z]+\d+ ?：户均用量/u));
  await user.click(button('评定“户均用量”'));
  await user.click(await screen.findByRole('button', { name: '按反向，得 16.67' }));
  expect(services.decided).toMatchObject([{ wanted: { kind: 'premise', about: 'direction', choice: 'reverse' } }]);
});

test('a contradiction is told with what was decided, and the new answer replaces it when told to', async () => {
  const before = scoreDecision(formOf(review()), '服务能力', '16');
  const services = new FakeServices({
    review: () => Promise.resolve(good(shown([before]))),
    decide: (sheet, wanted, replaces) =>
      Promise.resolve(
        good(
          replaces === true
            ? { kind: 'kept', sheet }
            : { kind: 'contradicts', wanted: { ...wanted, at: '' }, existing: [before] },
        ),
      ),
  });
  const { user } = await openReviewed(services);
  await user.click(screen.getByRole('tab', { name: '得分' }));
  await user.click(button(/^[A-Z]+\d+ ?：服务能力/u));
  await user.click(button('评定“服务能力”'));
  expect(await screen.findByText('复核得分 16：佐证材料不全')).toBeTruthy();
  const points = field(/^复核得分（0 至 20）/u);
  await user.clear(points);
  await user.type(points, '18');
  await user.type(field(/^理由/u), '又看了材料{Enter}');
  expect(
    screen.getByText(
      '没有记下，与已有的决定矛盾。想记的：服务能力：复核得分 18，理由：又看了材料；已有的：服务能力：复核得分 16，理由：佐证材料不全。',
    ),
  ).toBeTruthy();
  await user.click(button('改用新的'));
  expect(services.decided.map(({ replaces }) => replaces)).toEqual([false, true]);
  expect(screen.queryByText(/与已有的决定矛盾/u)).toBeNull();
});

test('a score that the weight does not allow is refused with the reason', async () => {
  const services = new FakeServices({
    review: () => Promise.resolve(good(shown([]))),
    decide: () => Promise.resolve(good({ kind: 'unfit', because: 'outside-weight' })),
  });
  const { user } = await openReviewed(services);
  await user.click(button('逐项评定'));
  await user.type(await screen.findByRole('textbox', { name: /^复核得分（0 至 20）/u }), '45');
  await user.type(field(/^理由/u), '材料齐全{Enter}');
  expect(screen.getByText('没有记下：得分不在 0 与分值之间，或这一行没有分值。')).toBeTruthy();
});

test('an opinion is kept, and one of before is replaced by what is typed over it', async () => {
  const services = servicesOf();
  const { user } = await openReviewed(services);
  await user.click(button('逐项评定'));
  await user.type(await screen.findByRole('textbox', { name: /给单位的意见/u }), '请补充佐证材料');
  await user.click(button('记下意见'));
  expect(services.decided).toMatchObject([{ wanted: { kind: 'opinion', opinion: '请补充佐证材料' }, replaces: true }]);
});

test('the record lists every decision with its time and its fate, each to be undone', async () => {
  const before = formOf(review());
  const decisions = [
    scoreDecision(before, '服务能力', '16'),
    ruleDecision('看情况给分'),
    { ...scoreDecision(before, '服务能力', '12'), form: { ...before.key, project: '另一个项目' } },
  ];
  const services = servicesOf(decisions);
  const { user } = await openReviewed(services);
  await user.click(button('复核记录（3）'));
  const own = within(await screen.findByRole('region', { name: '这张表（2 条）' }));
  expect(own.getByText('服务能力：复核得分 16，理由：佐证材料不全')).toBeTruthy();
  expect(own.getByText(/2026.*已采用/u)).toBeTruthy();
  expect(own.getByText(/未对上：写的规则没有全部看懂/u)).toBeTruthy();
  const others = within(screen.getByRole('region', { name: '别的表（1 条）' }));
  expect(others.getByText(/另一个项目/u)).toBeTruthy();
  await user.click(own.getByRole('button', { name: /^撤销：服务能力/u }));
  expect(services.undone).toEqual([decisions[0]]);
});

test('decisions that contradict each other stand first, and ask for one to be undone', async () => {
  const before = formOf(review());
  const services = servicesOf([scoreDecision(before, '服务能力', '16'), scoreDecision(before, '服务能力', '18')]);
  const { user } = await openReviewed(services);
  await user.click(button('复核记录（2）'));
  const pairs = within(await screen.findByRole('region', { name: '互相矛盾，都没有采用（1 组）' }));
  expect(pairs.getAllByRole('button')).toHaveLength(2);
});

test('the execution rate is judged on a page of its own, in the order of the work', async () => {
  const canteen = sheetReport({ ...reviewSnapshot(publishedForm('canteen-2023').snapshot) });
  const services = new FakeServices({ review: () => Promise.resolve(good(canteen)) });
  const { user } = await openReviewed(services);
  await user.click(screen.getByRole('tab', { name: '得分' }));
  await user.click(button(/^[A-Z]+\d+ ?：预算执行率/u));
  await user.click(button('评定“预算执行率”'));
  expect(await screen.findByText('9.92')).toBeTruthy();
  await user.click(
    within(await screen.findByRole('group', { name: '复核得分' })).getByRole('button', { name: '8.8 分' }),
  );
  await user.type(field(/^理由/u), '按支付凭证{Enter}');
  expect(services.decided).toMatchObject([
    {
      wanted: {
        ...{ kind: 'score', indicator: null, score: '8.8', reason: '按支付凭证' },
        basis: executionBasisOf(canteen.forms[0]!.form.budget!),
      },
    },
  ]);
  const [first] = openPlaces(canteen.forms[0]!).filter((place) => place !== null);
  expect(first).toBeDefined();
  expect(neighboursOf(canteen.forms[0]!, null).next).toBe(first);
});

test('an opinion on the form as a whole is typed beside its conclusion', async () => {
  const services = servicesOf();
  const { user } = await openReviewed(services);
  await user.click(screen.getByRole('tab', { name: '报告' }));
  await screen.findByRole('heading', { name: '对整张表的复核意见' });
  await user.type(field('给单位的意见，会列进复核意见书'), '总体可行');
  await user.click(button('记下意见'));
  expect(services.decided).toMatchObject([
    { wanted: { kind: 'opinion', indicator: null, opinion: '总体可行' }, replaces: true },
  ]);
});
