/** What a part of the events does to the state: one function an event, so that none is forgotten. */
import type { PaneEvent, PaneState } from '../state';

/** The functions for these events. */
export type Handlers<Type extends PaneEvent['type']> = {
  readonly [One in Type]: (state: PaneState, event: Extract<PaneEvent, { readonly type: One }>) => PaneState;
};
