/** What becomes of the state when the user chooses what to see and what to write. */
import { freshForm, notRecommended } from './freshForm';
import type { Handlers } from './handlers';

export const afterChoice: Handlers<
  | 'settings-changed'
  | 'screen-opened'
  | 'grouping-picked'
  | 'accepted-shown'
  | 'form-picked'
  | 'session-sorted'
  | 'view-picked'
  | 'severity-picked'
  | 'searched'
  | 'finding-reached'
  | 'line-toggled'
  | 'scores-filtered'
  | 'score-reached'
  | 'details-shown'
  | 'sheet-in-front'
  | 'edits-ticked'
  | 'reading-chosen'
  | 'marks-switched'
> = {
  'settings-changed': (state, event) => ({ ...state, settings: event.settings }),
  'screen-opened': (state, event) => ({ ...state, screen: event.screen }),
  'grouping-picked': (state, event) => ({ ...state, grouping: event.grouping, findingIndex: 0 }),
  'accepted-shown': (state, event) => ({ ...state, showsAccepted: event.shown }),
  'form-picked': (state, event) => ({
    ...state,
    ...freshForm,
    unticked: notRecommended(state.report?.forms[event.index]),
    formIndex: event.index,
  }),
  'session-sorted': (state, event) => ({ ...state, sessionOrder: event.order }),
  'view-picked': (state, event) => ({ ...state, view: event.view }),
  'severity-picked': (state, event) => ({ ...state, severity: event.severity, findingIndex: 0 }),
  searched: (state, event) => ({ ...state, query: event.query, findingIndex: 0 }),
  'finding-reached': (state, event) => ({ ...state, findingIndex: event.index }),
  'line-toggled': (state, { key }) => {
    const others = state.openLines.filter((one) => one !== key);
    return { ...state, openLines: others.length < state.openLines.length ? others : [...others, key] };
  },
  'scores-filtered': (state, event) => ({ ...state, scoreFilter: event.filter, scoreIndex: 0 }),
  'score-reached': (state, event) => ({ ...state, scoreIndex: event.index }),
  'details-shown': (state, event) => ({ ...state, showsDetails: event.shown }),
  'sheet-in-front': (state, { sheetId }) => {
    const otherSheet = state.report && state.report.sheetId !== sheetId ? sheetId : null;
    return otherSheet === state.otherSheet ? state : { ...state, otherSheet };
  },
  'edits-ticked': (state, event) => {
    const others = state.unticked.filter((id) => !event.ids.includes(id));
    return { ...state, unticked: event.ticked ? others : [...others, ...event.ids] };
  },
  'reading-chosen': (state, event) => {
    const others = state.unticked.filter((id) => !event.ids.includes(id));
    return { ...state, unticked: [...others, ...event.ids.filter((id) => id !== event.id)] };
  },
  'marks-switched': (state, event) => ({ ...state, wantsMarks: event.wanted }),
};
