/** What answers calls on a file, as one piece to be fetched by a page that has no worker. */
export { answerCalls } from '../file/calls';
export { createWorkbookCalls } from '../file/workbookCalls';
