/** What was achieved must be told, not copied from what was planned. */
import { defineCheck } from '../defineCheck';
import { spoken } from '../shared/spoken';

export const goalsNotCopied = defineCheck({
  id: 'goals-not-copied',
  severity: 'P2',
  scope: 'text',
  yieldsTo: ['cell-without-error'],
  messages: { copied: ['text'], noAchieved: ['expected'], noExpected: ['achieved'] },

  find({ form: { goals } }, report) {
    const { achieved, expected } = goals;
    if (!achieved || !expected) return;
    const planned = spoken(expected);
    const told = spoken(achieved);
    const bare = (text: string): string => text.replace(/[，,。；;、：:]/gu, '');
    if (planned !== '' && told === '') {
      report('noAchieved', { cells: [achieved.ref], facts: { expected: expected.text.trim() }, severity: 'P1' });
    } else if (planned === '' && told !== '') {
      report('noExpected', { cells: [expected.ref], facts: { achieved: achieved.text.trim() } });
    } else if (planned !== '' && bare(planned) === bare(told)) {
      report('copied', { cells: [achieved.ref, expected.ref], facts: { text: achieved.text.trim() } });
    }
  },
});
