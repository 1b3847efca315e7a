/** Why a sheet holds no form, and what to do, in Chinese. */
import type { NoForm } from '../../core/form/form';

export const noForm: Readonly<Record<NoForm['kind'], { readonly sentence: string; readonly nextStep: string }>> = {
  empty: { sentence: '这张工作表是空的。', nextStep: '请打开自评表所在的工作表再复核。' },
  'own-paper': {
    sentence: '这张工作表是本工具生成的，不是自评表。',
    nextStep: '请切换到项目支出绩效自评表所在的工作表。',
  },
  sample: {
    sentence: '这张工作表是本工具的示例表，不计入。',
    nextStep: '要看它的复核结果，请打开这张工作表再复核。',
  },
  'other-document': {
    sentence: '这张工作表是“{what}”，不是自评表。',
    nextStep: '请切换到项目支出绩效自评表所在的工作表。',
  },
  'not-filled-in': {
    sentence: '这张自评表还没有填写：表头下面没有一行填了指标。',
    nextStep: '填好以后再复核；不是自评表的，不用理会。',
  },
  'no-indicator-table': {
    sentence: '没有在这张工作表上找到自评表的指标表。',
    nextStep: '请切换到自评表；如果这就是自评表，请检查表头是否有“三级指标”“分值”“得分”等列名。',
  },
};
