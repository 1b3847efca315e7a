/** What a file is that could not be reviewed, and what to do with it: one sentence and one next step, in Chinese. */
import type { FileFaultKind } from '../fileFaults';

export const fileFaults: Readonly<Record<FileFaultKind, { readonly sentence: string; readonly nextStep: string }>> = {
  'not-a-workbook': {
    sentence: '认不出“{path}”是什么文件。',
    nextStep: '如果里面是自评表，请用做它的程序（WPS、Excel 等）打开，另存为 .xlsx 后再复核。',
  },
  'file-damaged': {
    sentence: '“{path}”已经损坏，坏在 {place}，没有复核。',
    nextStep: '请用 Excel 或 WPS 打开它，让它修复后另存为 .xlsx；打不开的，请向填报单位重新要一份。',
  },
  'file-encrypted': {
    sentence: '“{path}”设了打开密码，读不了。',
    nextStep: '请用 Excel 或 WPS 打开它，去掉密码另存为 .xlsx，再复核。',
  },
  'file-too-large': {
    sentence: '“{path}”太大，或解压后大得不正常，没有打开。',
    nextStep: '请只保留自评表，删掉多余的行、列和工作表，另存为 .xlsx 后再复核。',
  },
  'file-empty': {
    sentence: '“{path}”是空的，里面什么也没有。',
    nextStep: '如果它来自网盘、邮件或聊天软件，请等它下载完，或请对方重新发一份。',
  },
  'file-old-word': {
    sentence: '“{path}”是旧版 Word 文档（.doc、.wps 或 .rtf），里面的表格读不出来。',
    nextStep: '请用 Word 或 WPS 打开它，另存为 .docx 后再复核；也可以把表格粘贴到 Excel 里，存成 .xlsx。',
  },
  'file-without-table': {
    sentence: '“{path}”里只有文字，没有表格。',
    nextStep: '请确认自评表在哪个文件里，再复核那一个。',
  },
  'file-pdf': {
    sentence: '“{path}”是 PDF，里面的表格读不出来。',
    nextStep: '请向填报单位要这张表的 Excel 或 Word 文件。',
  },
  'file-image': {
    sentence: '“{path}”是一张图片，里面的表格读不出来。',
    nextStep: '请向填报单位要这张表的 Excel 或 Word 文件。',
  },
  'file-slides': {
    sentence: '“{path}”是演示文稿，不是表格。',
    nextStep: '请把其中的自评表粘贴到 Excel 里，存成 .xlsx 后再复核。',
  },
  'file-archive': {
    sentence: '“{path}”是压缩包，不是表格。',
    nextStep: '请先解压，再复核里面的文件。',
  },
};
