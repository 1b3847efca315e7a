/** A rule with the place where it stands, and in it the words that could not be read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { toA1 } from '../../core/sheet/cellRef';
import type { GoverningRule } from '../../core/score/scores';
import { usePane } from '../context';
import { marked } from './marked';

const useStyles = makeStyles({
  // Underlined as well as coloured, and said to those who hear the page.
  notRead: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground2,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorStatusWarningForeground1,
  },
  heardOnly: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The rule's words, then the form's cell or the document. */
export function RuleText({
  rule: { cell, document, notUnderstood, text },
}: {
  readonly rule: GoverningRule;
}): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  const whole = cell
    ? words.say('ruleOfForm', { text, cell: toA1(cell) })
    : document === null
      ? text
      : words.say('ruleOfDocument', { text, document });
  const pieces = marked(whole, notUnderstood);
  if (pieces.length === 1) return whole;
  return pieces.map(({ isMarked, text: piece }, place) =>
    isMarked ? (
      <mark key={place} className={styles.notRead}>
        <span className={styles.heardOnly}>{words.say('notUnderstoodHere')}</span>
        {piece}
      </mark>
    ) : (
      <Fragment key={place}>{piece}</Fragment>
    ),
  );
}
