/**
 * The headings of the sheets of our own: official Chinese papers, whatever language the pane speaks. The workpaper's
 * columns are those that reviewers keep beside the form: 复核完成值, 复核得分, 偏离度, 备注.
 */
import { letterWords } from './letterWords';

export const reportSheetWords = {
  report: {
    name: '自评复核报告',
    title: '项目支出绩效自评复核报告',
    project: '项目名称',
    sheet: '工作表',
    rubric: '评分依据',
    examined: '复核范围',
    examinedText: (indicators: number, checks: number): string => `${indicators} 项指标，${checks} 项检查`,
    stated: '自评得分',
    ruled: '按规则得分',
    computed: '复核得分',
    standing: '复核状态',
    opinions: '复核意见',
    wholeForm: '整张表',
    settled: '可核定得分',
    open: '待评定分值',
    openRows: (count: number): string => `${count} 项待评定，总分和等级在评定之后确定`,
    allowed: '允许的总分',
    grade: '等级',
    noFindings: '未发现问题。',
    columns: ['序号', '级别', '单元格', '指标', '问题', '说明', '填写值', '应为', '修改建议'],
    accepted: '说明后通过的问题（单位已说明，不计入以上各项）',
    acceptedColumns: ['序号', '级别', '单元格', '指标', '问题', '说明', '填写值', '应为', '通过理由'],
  },
  workpaper: {
    name: '自评复核底稿',
    title: '项目支出绩效自评复核底稿',
    columns: [
      '一级指标',
      '二级指标',
      '三级指标',
      '单元格',
      '分值',
      '年度指标值',
      '实际完成值',
      '自评得分',
      '复核完成值',
      '复核得分',
      '偏离度',
      '备注',
      '复核意见',
    ],
    execution: '预算执行率',
    total: '合计',
    open: '待评定',
    openTotal: (settled: string, open: string, count: number): string =>
      `可核定 ${settled}，待评定 ${open}（${count} 项）`,
  },
  tables: {
    name: '自评复核附表',
    title: '项目支出绩效自评复核附表',
    conclusion: '复核结论',
  },
  letter: { name: letterWords.name, title: letterWords.title },
  rollUp: {
    name: '自评结果汇总',
    title: '项目支出绩效自评结果汇总表',
    total: '合计',
    mean: '平均',
    unread: '没有结果的工作表',
    unreadColumns: ['工作表', '原因'],
  },
} as const;

/**
 * The sample form 《自评复核示例》: its first line, which tells whoever finds it in the workbook what it is, and the project
 * that nobody has. Both together are what it is known by: with a real project in it, it is a form like any other.
 */
export const sampleWords = {
  name: '自评复核示例',
  line: '这是“自评复核”的示例表：单位、项目和数字都是虚构的，有几处是故意写错的。试完可以删除这张工作表。',
  project: '示例县老旧供水管网改造项目',
} as const;

/** The second line of every sheet of our own: whose it is, and what becomes of what is typed into it. */
export const madeBy = '由“自评复核”生成。再次生成时会更新本表；本表另有改动时，会先询问。';
