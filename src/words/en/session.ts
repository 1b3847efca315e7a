/** A session over many forms and the second round of one, in English. */
import type { session as chinese } from '../zh-CN/session';

export const session: Readonly<Record<keyof typeof chinese, string>> = {
  'state-unseen': 'not seen',
  'state-reviewed': 'reviewed',
  stateLabel: 'State of the review',
  sessionLabel: 'Forms of the review',
  'sessionColumn-name': 'Project / unit',
  'sessionColumn-stated': 'Own',
  'sessionColumn-reviewed': 'Ours',
  'sessionColumn-open': 'Open',
  'sessionColumn-state': 'State',
  sessionYear: '{year}',
  sessionCounts: '{total} forms: {unseen} not seen, {seen} seen, {returned} returned, {passed} passed.',
  sessionPlace: 'Form {n} of {total}',
  previousForm: 'Previous',
  nextForm: 'Next',
  sessionList: 'List',
  letterReturned: 'Mark as returned with these {n} points',
  letterReturnedForms: 'Mark these {n} forms as returned',
  roundSummary:
    'Second round: {total} returned, {mended} mended, {accepted} passed, {unchanged} unchanged, {answered} answered; {added} new',
  roundSince: 'Compared with what was returned {time}',
  roundSinceFile: 'Compared with the first file',
  roundLabel: 'The points that were returned, {n} of them not settled',
  roundPoint: '{fate}: {severity} {where}, {title}',
  roundAdded: 'New: {severity} {title}',
  'round-mended': 'Mended',
  'round-unchanged': 'Unchanged',
  'round-answered': 'Another reason, please look',
  'round-changed': 'Other figures, still wrong',
  'round-accepted': 'Passed with an explanation',
  'round-row-gone': 'The row is gone, please look',
  'round-unsure': 'Cannot be checked now, please look',
  firstRound: 'Compare with the first file',
  firstRoundWhat:
    'A form that comes back is held against the record of what was returned, where this machine or the workbook has one. Without a record, choose the first file: it is read on this computer and not sent; forms are matched by their project.',
  firstRoundChoose: 'Choose the first file…',
  firstRoundOther:
    'That file has no form of this project; nothing was compared. Please look whether the project has the same name.',
};
