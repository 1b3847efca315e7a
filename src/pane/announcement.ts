/** What a screen reader is told when something happened, in one sentence; "" while there is nothing to tell. */
import type { Words } from '../words/wordsOf';
import { importedText, takenBackText } from './importText';
import { paperName, paperText } from './paperText';
import { countBySeverity, isWritingTask, type PaneState, shownForm } from './state';

function ofReport(state: PaneState, words: Words): string {
  const { report } = state;
  if (!report) return '';
  if (report.skipped) return words.noFormText(report.skipped).sentence;
  const form = shownForm(state);
  if (!form) return '';
  const { P0: p0, P1: p1, P2: p2 } = countBySeverity(form.findings);
  const told =
    form.findings.length === 0 ? words.say('announce-clean') : words.say('announce-reviewed', { p0, p1, p2 });
  const { openCount } = form.scores.totals;
  const open = openCount > 0 ? words.say('announce-open', { n: openCount }) : '';
  return report.isSample ? `${told}${open}${words.say('sampleMayGo')}` : `${told}${open}`;
}

/** The sentence for the state as it is now; it changes exactly when something worth telling changed. */
export function announcement(state: PaneState, words: Words): string {
  const {
    abandoned,
    applied,
    appliedEdits,
    failure,
    imported,
    importTakenBack,
    paper,
    reverted,
    running,
    screen,
    silentFor,
    unmarked,
    workbook,
  } = state;
  if (running && silentFor !== null) return `${words.say('silent', { n: silentFor })}${words.say('silentNext')}`;
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
      case 'paper':
        return running.paper === 'sample'
          ? words.say('makingSample')
          : words.say('writingPaper', { name: paperName(running.paper) });
      case 'import':
        return words.say('importing');
      case 'take-back-import':
        return words.say('takingBackImport');
      case 'accept':
      case 'keep':
        return words.say('keeping');
    }
  }
  if (abandoned) return words.say(isWritingTask(abandoned) ? 'stoppedWriting' : 'stoppedReading');
  if (failure) {
    const { nextStep, sentence } = words.faultText(failure.fault);
    return `${sentence}${nextStep}`;
  }
  if (paper) return paperText(paper, words);
  if (reverted && reverted.state !== 'reverted') return words.say(`revert-${reverted.state}`);
  if (reverted) {
    const restored = reverted.cells.filter(({ outcome }) => outcome === 'restored').length;
    return words.say('announce-reverted', { restored, left: reverted.cells.length - restored });
  }
  if (screen.kind === 'import' && importTakenBack) return takenBackText(importTakenBack, words);
  if (screen.kind === 'import' && imported) return importedText(imported, words);
  if (screen.kind === 'workbook' && workbook) return words.say('announce-workbook', { n: workbook.sheets.length });
  if (unmarked !== null) return words.say('announce-unmarked', { n: unmarked });
  if (applied) {
    const written = applied.results.filter(({ outcome }) => outcome === 'written').length;
    const left = appliedEdits.length - written;
    return words.say(applied.brokenBy ? 'announce-brokenOff' : 'announce-applied', { written, left });
  }
  return ofReport(state, words);
}
