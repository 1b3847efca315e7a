/**
 * The letter that returns a form to its unit, in the wording of a 函 (党政机关公文处理工作条例, 2012: between bodies of which
 * neither is over the other). A template: every line a paragraph, names in 【】 are slots; a line that is only 【问题】 is
 * where the points stand.
 */
const opening = '你单位报送的【项目】【年度】项目支出绩效自评表收悉。经复核，以下【项数】项需要修改或核实：';

export const letterWords = {
  name: '退回修改通知',
  title: '关于修改项目支出绩效自评表的函',
  template: [
    '关于修改项目支出绩效自评表的函',
    '【单位】：',
    opening,
    '【问题】',
    '请对照上述意见逐项修改；确属实际情况、不需修改的，请书面说明理由并附佐证材料。请于【期限】前将修改后的自评表和有关说明报送我单位。',
    '联系人：【联系人】，联系电话：【电话】。',
    '特此函告。',
    '【落款】',
    '【日期】',
  ],
  /** The opening of a second round, in the place of the first one's: what was returned, what is mended, what is left. */
  opening,
  openingAgain:
    '你单位修改后报送的【项目】【年度】项目支出绩效自评表收悉。上次退回的【退回项数】项意见中，【了结项数】项已修改或说明；经再次复核，以下【项数】项仍需修改或核实：',
  /** A point of the first letter of which nothing can be found any more, neither wrong nor mended. */
  lost: { 'row-gone': '现在的表上没有这一行了', unsure: '现在的表上核对不了' },
  askLost: (where: string, lost: string): string => `${where}：上次退回的意见，${lost}，请说明情况。`,
  noneLeft: '上次退回的意见均已修改或说明，没有新的问题。',
  /** What is asked for, by the weight of the finding. */
  asks: { P0: '请改正', P1: '请核实', P2: '建议' },
  sheet: (name: string): string => `工作表《${name}》`,
  whole: '全表',
  none: '经复核，未发现需要修改的问题。',
  open: (count: number): string => `另有 ${count} 项指标由复核人评定，不在本函之列。`,
} as const;

/** The slots of a letter; what is known of the form fills them ahead, the rest is for the writer. */
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

/** What fills the slots, by slot; left out or blank: not filled. */
export type LetterFields = Readonly<Partial<Record<LetterSlot, string>>>;
