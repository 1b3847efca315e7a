/** The rule that governs everything under a heading, said once. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { GoverningRule } from '../../core/score/scores';
import { usePane } from '../context';
import { RuleText } from './RuleText';

const useStyles = makeStyles({
  rule: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  name: { color: tokens.colorNeutralForeground2 },
});

export function RuleAbove({ rule }: { readonly rule: GoverningRule }): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <span className={styles.rule}>
      <span className={styles.name}>{words.say('ruleForAll')}</span>
      <RuleText rule={rule} />
    </span>
  );
}
