/** What the task pane says before the rest of it has come, in English. */
import type { first as chinese } from '../zh-CN/first';

export const first: Readonly<Record<keyof typeof chinese, string>> = {
  appName: 'Self-evaluation review',
  review: 'Review',
  reviewing: 'Reading and reviewing this sheet…',
  openingResult: 'Opening the result…',
  'announce-reviewing': 'Reviewing.',
  pagesLabel: 'Other pages',
  'page-workbook': 'Workbook',
  'page-rubric': 'Rules',
  'page-settings': 'Settings',
  'page-help': 'Help',
  openingPage: 'Opening…',
  welcomeTitle: 'Review this self-evaluation form',
  welcomeWhat:
    'Press "Review" to see whether weights, scores, execution rate and total are right, by which rule, and what to change.',
  sampleLabel: 'An example of a result',
  sampleFinding: 'Example: "Budget control rate" scores 10; the rule gives 20.',
  sampleSum: 'The actual 87.97% is within the target ≤100%, so full marks. One click goes to the cell.',
  welcomeSafe: 'A review only reads. Everything that could be written is listed first, for you to tick.',
  reviewUndoBefore:
    'This version of Excel takes reading merged cells for a change: after a review, earlier actions can no longer be undone with Ctrl+Z. Undo first what you want undone.',
  bugTitle: 'Something in this program went wrong',
  bugWhat:
    'This is a fault of this tool, not of your form. The last action may not have finished; nothing in the sheet is lost.',
  bugNext: 'Please copy the details below, send them to the maintainers, then start over.',
  bugDetails: 'Details',
  copyDetails: 'Copy details',
  copied: 'Copied.',
  copyByHand: 'Copying is not allowed here; the details are selected, press Ctrl+C.',
  startOver: 'Start over',
};
