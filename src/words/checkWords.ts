/** The sentences that every check needs, by type: a check without its words does not compile. */
import type { RegisteredCheck } from '../core/checks';

/** What a person reads about one check. Templates have {slots} for the facts of the message. */
export interface WordsOfCheck<Key extends string = string> {
  /** What must hold, in a few words. */
  readonly title: string;
  /** Why a reviewer looks at it. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
  /** By message key, where that depends on what was found: too much is mended otherwise than too little. */
  readonly remedies?: Readonly<Partial<Record<Key, string>>>;
  /** By message key. {derivation} stands for the sum behind the score. */
  readonly messages: Readonly<Record<Key, string>>;
}

/** The words of all checks, by id. */
export type CheckWords = {
  readonly [Check in RegisteredCheck as Check['id']]: WordsOfCheck<Extract<keyof Check['messages'], string>>;
};
