/** Work of the form's year is completed in that year, not before it and not after. */
import type { PartialDate, Value } from '../../value/value';
import { defineCheck, type RowSetting } from '../defineCheck';
import { dimensionOf } from '../shared/dimensions';

const ofCompletion = /完成|完工|竣工|验收|交付|结业|结束|时间|时限|日期|及时/u;

/** What may rightly come before the year: money is handed down in advance, and what starts early is no late work. */
const mayComeEarly =
  /开工|动工|开始|启动|立项|招标|采购|签订|签约|批复|审批|评审|下达|拨付|到位|分配|前期|申报|编制|开通|投入使用|成立/u;

/** The year in which something ended; null where none is written. */
function yearOf(value: Value | undefined): number | null {
  const on: PartialDate | null =
    value?.kind === 'date'
      ? value.on
      : value?.kind === 'date-span'
        ? value.to
        : value?.kind === 'deadline'
          ? value.by
          : null;
  return on?.year ?? null;
}

/** The year of the form where its title says it: the year in a project's name is that of its decision. */
function yearOfForm({ project, title, year, yearCell }: RowSetting): number | null {
  if (!yearCell || yearCell === project) return null;
  // "2024年某局2023年度自评表" and "填报日期：2024年3月" do not say which year was worked in.
  const years = new Set(yearCell.text.normalize('NFKC').match(/(?:19|20)\d{2}/gu) ?? []);
  const isOfYear = yearCell === title || /年度/u.test(yearCell.text);
  return years.size > 1 || !isOfYear || /日期|时间|\d月/u.test(yearCell.text.normalize('NFKC')) ? null : year;
}

export const dateWithinYear = defineCheck({
  id: 'date-within-year',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error', 'deadline-met', 'score-matches-rule'],
  messages: {
    before: ['name', 'target', 'actual', 'year'],
    bothBefore: ['name', 'target', 'actual', 'year'],
    after: ['name', 'target', 'actual', 'year'],
  },

  findInRow({ indicator: row }, setting, report) {
    const { actual, key, name, target } = row;
    const done = yearOf(actual?.value);
    if (!actual || done === null || row.isAdjustment) return;
    const year = yearOfForm(setting);
    const { yearCell } = setting;
    if (year === null || !yearCell || done === year) return;
    const due = yearOf(target?.value);
    const isTimed = ['deadline', 'date', 'date-span'].includes(target?.value.kind ?? '');
    if (!isTimed && dimensionOf(row) !== '时效' && !ofCompletion.test(name.text)) return;
    const remark = {
      cells: [actual.cell.ref, yearCell.ref],
      indicator: key,
      facts: { name: name.text, target: target?.cell.text.trim() ?? '', actual: actual.cell.text.trim(), year },
      found: actual.cell.text.trim(),
    };
    if (done < year && mayComeEarly.test(`${name.text}${actual.cell.text}`)) return;
    if (done < year && due !== null && due <= done) report('bothBefore', { ...remark, severity: 'P2' });
    else if (done < year) report('before', remark);
    // A target of that later year asks for it.
    else if (due === null || due < done) report('after', remark);
  },
});
