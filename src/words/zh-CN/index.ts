/** Everything that is said in Chinese. */
import type { Catalogue } from '../catalogue';
import { checks } from './checks';
import { derivations } from './derivations';
import { edits } from './edits';
import { faults } from './faults';
import { noForm } from './noForm';
import { pane } from './pane';

export const chinese: Catalogue = { checks, derivations, edits, faults, noForm, pane };
