/** What a screen reader is told when something happened, in one sentence; "" while there is nothing to tell. */
import type { Words } from '../words/wordsOf';
import { countBySeverity, type PaneState, shownForm } from './state';

function ofReport(state: PaneState, words: Words): string {
  const { report } = state;
  if (!report) return '';
  if (report.skipped) return words.noFormText(report.skipped).sentence;
  const form = shownForm(state);
  if (!form) return '';
  const { P0: p0, P1: p1, P2: p2 } = countBySeverity(form.findings);
  return form.findings.length === 0 ? words.say('announce-clean') : words.say('announce-reviewed', { p0, p1, p2 });
}

/** The sentence for the state as it is now; it changes exactly when something worth telling changed. */
export function announcement(state: PaneState, words: Words): string {
  const { applied, failure, reverted, running, screen, unmarked, workbook } = state;
  if (running) {
    switch (running.kind) {
      case 'review':
        if (!running.isLive) return words.say('announce-reviewing');
        break;
      case 'apply':
        return words.say('announce-applying');
      case 'unmark':
        return words.say('removingMarks');
      case 'revert':
        return words.say('reverting');
      case 'review-all':
        return words.say('reviewingAll');
      case 'accept':
      case 'keep':
        return words.say('keeping');
    }
  }
  if (failure) {
    const { nextStep, sentence } = words.faultText(failure.fault);
    return `${sentence}${nextStep}`;
  }
  if (reverted?.state === 'reverted') {
    const restored = reverted.cells.filter(({ outcome }) => outcome === 'restored').length;
    return words.say('announce-reverted', { restored, left: reverted.cells.length - restored });
  }
  if (screen.kind === 'workbook' && workbook) return words.say('announce-workbook', { n: workbook.sheets.length });
  if (unmarked !== null) return words.say('announce-unmarked', { n: unmarked });
  if (applied) {
    const written = applied.results.filter(({ outcome }) => outcome === 'written').length;
    return words.say('announce-applied', { written, left: applied.results.length - written });
  }
  return ofReport(state, words);
}
