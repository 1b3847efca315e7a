/** Everything that is said in Chinese. */
import type { Catalogue } from '../catalogue';
import { checkSentences } from './checks';
import { decisions } from './decisions';
import { derivations } from './derivations';
import { edits } from './edits';
import { faults } from './faults';
import { first } from './first';
import { layouts } from './layouts';
import { noForm } from './noForm';
import { inPart, notChecked } from './notChecked';
import { pane } from './pane';
import { asked, joining, premises } from './premises';
import { session } from './session';

export const chinese: Catalogue = {
  locale: 'zh-CN',
  checks: checkSentences,
  derivations,
  edits,
  faults,
  layouts,
  noForm,
  notChecked,
  inPart,
  pane: { ...first, ...pane, ...decisions, ...session },
  premises,
  asked,
  joining,
};
