/** What an edit is called: its cell, its kind, and the indicator it is about. */
import type { Edit } from '../../core/report/edit';
import type { FormReport } from '../../core/report/report';
import { toA1 } from '../../core/sheet/cellRef';
import type { Words } from '../../words/wordsOf';

export function editName({ cell, indicator, kind }: Edit, { form }: FormReport, words: Words): string {
  const name = form.indicators.find(({ key }) => key === indicator)?.name.text;
  const facts = { cell: toA1(cell), kind: words.say(`editKind-${kind}`) };
  return name === undefined ? words.say('editLabel', facts) : words.say('editLabelOf', { ...facts, name });
}
