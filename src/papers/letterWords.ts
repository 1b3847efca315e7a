/**
 * The letter that returns a form to its unit, in the wording of a 函 (党政机关公文处理工作条例, 2012: between bodies of which
 * neither is over the other). A template: every line a paragraph, names in 【】 are slots; a line that is only 【问题】 is
 * where the points stand.
 */
const opening = '贵单位报送的【项目】【年度】项目支出绩效自评表收悉。经复核，以下【项数】项需要修改或核实：';

export const letterWords = {
  name: '退回修改通知',
  title: '关于修改项目支出绩效自评表的函',
  template: [
    '关于修改项目支出绩效自评表的函',
    '【单位】：',
    opening,
    '【问题】',
    '请贵单位对照上述意见逐项修改；确属实际情况、不需修改的，请书面说明理由并附佐证材料。请于【期限】前将修改后的自评表和有关说明报送我单位。',
    '联系人：【联系人】，联系电话：【电话】。',
    '特此函达。',
    '【落款】（盖章）',
    '【日期】',
  ],
  /** The opening of a second round, in the place of the first one's: what was returned, what is mended, what is left. */
  opening,
  openingAgain:
    '贵单位修改后报送的【项目】【年度】项目支出绩效自评表收悉。上次退回的【退回项数】项意见中，【了结项数】项已修改或说明；经再次复核，以下【项数】项仍需修改或核实：',
  /** A point of the first letter of which nothing can be found any more, neither wrong nor mended. */
  lost: { 'row-gone': '现在的表上没有这一行了', unsure: '现在的表上核对不了' },
  askLost: (lost: string): string => `上次退回的意见，${lost}，请说明情况。`,
  noneLeft: '上次退回的意见均已修改或说明，没有新的问题。',
  /** What is asked for, by the weight of the finding. */
  asks: { P0: '请改正', P1: '请核实', P2: '建议' },
  /** Asked for where the score of the row is still left to a person. */
  evidence: (papers: string): string => `请一并提供佐证材料：${papers}。`,
  opinion: '复核意见',
  /** What became of a point since the letter before. */
  standing: { unchanged: '（上次已提出，尚未修改）', again: '（上次已提出，修改后仍有问题）', new: '（本次新提出）' },
  sheet: (name: string): string => `工作表《${name}》`,
  sheetOfFile: (file: string, name: string): string => `文件《${file}》，工作表《${name}》`,
  /** `year`: null where the name alone tells the forms apart. */
  ofProject: (project: string, year: number | null): string => `（“${project}”${year === null ? '' : `${year}年度`}）`,
  whole: '全表',
  noUnit: '未填单位',
  none: '经复核，未发现需要修改的问题。',
} as const;

/** The place of the points in a template, which is not for the writer to fill. */
export const pointsSlot = '问题';

/** Slots that count: the points of this letter; in a second round those of the first, and how many of them are settled. */
const counted = ['项数', '退回项数', '了结项数'] as const;

/** What is counted, by slot. */
export type LetterCounts = Readonly<Partial<Record<(typeof counted)[number], string>>>;

/** The slots of our own letter; what is known of the form fills them ahead, the rest is for the writer. */
export const letterSlots = ['单位', '项目', '年度', '期限', '联系人', '电话', '落款', '日期'] as const;

/** Those that are the same for every unit: who writes, whom to ask, until when. */
export const lastingSlots: readonly LetterSlot[] = ['期限', '联系人', '电话', '落款'];

export type LetterSlot = (typeof letterSlots)[number];

/** What a slot holds, by name: the interface says it in the reader's language. */
export const slotNames = {
  单位: 'unit',
  项目: 'project',
  年度: 'year',
  期限: 'deadline',
  联系人: 'contact',
  电话: 'phone',
  落款: 'signature',
  日期: 'date',
} as const satisfies Readonly<Record<LetterSlot, string>>;

/** What fills the slots, by name, those of a user's own template among them; left out or blank: not filled. */
export type LetterFields = Readonly<Partial<Record<string, string>>>;

/** A slot in a text. */
const slotPattern = /【([^【】]{1,20})】/gu;

/** The names of the slots in a template that a writer can fill, each once, in their order. */
export function slotsIn(lines: readonly string[]): readonly string[] {
  const names = [...lines.join('\n').matchAll(slotPattern)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== pointsSlot && !counted.some((slot) => slot === name));
}

/** The text with its slots filled; those that nothing fills stay. */
export function withSlots(text: string, filled: LetterFields): string {
  return text.replace(slotPattern, (slot, name: string) => filled[name] ?? slot);
}

/** Why a text or a file is no template; null: it is one. */
export type TemplateProblem = 'no-points' | 'not-word' | 'damaged' | 'too-large';

/** The longest template that is taken, in lines and in characters of a line. */
const longest = { lines: 200, line: 2000 } as const;

/** Why these lines are no template; null where they are one. */
export function templateProblem(lines: readonly string[]): TemplateProblem | null {
  if (lines.length > longest.lines || lines.some(({ length }) => length > longest.line)) return 'too-large';
  return lines.some((line) => line.trim() === `【${pointsSlot}】`) ? null : 'no-points';
}
