/** One sentence and one next step for every failure of Excel or of a file, in Chinese. */
import type { HostFault } from '../../port/workbook';
import { fileFaults } from './fileFaults';

export const faults: Readonly<Record<HostFault['kind'], { readonly sentence: string; readonly nextStep: string }>> = {
  'not-in-excel': {
    sentence: '这个页面没有在 Excel 里打开。',
    nextStep: '请在 Excel 的“加载项”里打开“自评复核”。',
  },
  'cell-being-edited': {
    sentence: '有单元格正在编辑，Excel 暂时不让读写。',
    nextStep: '请按 Enter 结束编辑，再重试。',
  },
  'sheet-protected': {
    sentence: '工作表“{sheet}”受保护，没有写入任何内容。',
    nextStep: '请在“审阅”里撤销工作表保护，再重试。',
  },
  'sheet-filtered': {
    sentence: '工作表“{sheet}”正在筛选，Excel 不让写入被筛掉的行。',
    nextStep: '请在“数据”里清除筛选，再重试。',
  },
  'sheet-missing': {
    sentence: '找不到工作表“{sheet}”，它可能已被删除。',
    nextStep: '请打开自评表所在的工作表，再按“复核”。',
  },
  'sheet-without-cells': {
    sentence: '当前是图表工作表，上面没有单元格。',
    nextStep: '请切换到自评表所在的工作表，再重试。',
  },
  'read-only': {
    sentence: '工作簿是只读的、在受保护的视图里，或保护了结构，不能写入。',
    nextStep: '请点“启用编辑”，或在“审阅”里撤销工作簿的保护；也可以另存一份再打开。',
  },
  'other-workbook-active': {
    sentence: '现在最前面的是另一个工作簿。',
    nextStep: '请切换回要复核的工作簿，再重试。',
  },
  'selection-without-cells': {
    sentence: '选中的不是单元格：可能是图片或图表，也可能最前面的是另一个工作簿。',
    nextStep: '请在要复核的工作簿里点一下任意一个单元格，再重试。',
  },
  'sheet-hidden': {
    sentence: '工作表“{sheet}”是隐藏的，不能直接跳过去。',
    nextStep: '请在工作表标签上按右键，选“取消隐藏”，再重试。',
  },
  'compatibility-mode': {
    sentence: '这个工作簿是旧的 .xls 格式（兼容模式），保存后标记和撤销记录会丢失，所以没有写入。',
    nextStep: '请在“文件 > 另存为”里选 .xlsx，另存为 .xlsx 后再打开加载项。',
  },
  'too-old': {
    sentence: '这个版本的 Excel 太旧，缺少需要的功能（{needs}）。',
    nextStep: '请联系信息技术人员，换用 Excel 2021 或更新的版本。',
  },
  'too-large': {
    sentence: '内容超过了 Excel 一次能处理的量。',
    nextStep: '请删掉表格外多余的行列，或少勾选一些，再重试。',
  },
  'texts-too-long': {
    sentence: '工作表“{sheet}”里的文字太长，在这里复核会卡住，没有复核。',
    nextStep: '请看看是不是有人把整份文件贴进了单元格，删短后再按“复核”；不能删的，用命令行复核。',
  },
  'session-lost': {
    sentence: '与工作簿的连接断开了，断开前写入的内容会保留。',
    nextStep: '请关闭并重新打开这个窗格，再重新复核。',
  },
  busy: { sentence: 'Excel 正忙，没有响应。', nextStep: '请稍等片刻，再重试。' },
  ...fileFaults,
  'file-missing': { sentence: '找不到文件“{path}”。', nextStep: '请检查文件名和所在的文件夹。' },
  'file-not-readable': {
    sentence: '“{path}”打不开：没有读取的权限，或者正被别的程序占用。',
    nextStep: '请关闭正在使用它的程序，或请管理员给予读取权限，再重试。',
  },
  'file-not-writable': {
    sentence: '“{path}”写不进去。',
    nextStep: '请关闭正在使用它的程序，或换一个文件夹。',
  },
  'file-exists': {
    sentence: '“{path}”已经有了，没有覆盖。',
    nextStep: '请换一个文件夹或文件名，或先把原来的移走。',
  },
  unexpected: {
    sentence: 'Excel 报告了一个没有预料到的问题，操作没有完成。',
    nextStep: '请重试；如果还是这样，请关闭并重新打开 Excel。',
  },
};
