/** Many findings of one check in one line, which opens to theirs; the rule that governs them all is said once. */
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { rangesOf } from '../../core/sheet/rangesText';
import { usePane } from '../context';
import type { Roving } from '../useRoving';
import type { BundleRow as Row } from './findingLines';
import { type LineStanding, OpenableLine } from './OpenableLine';
import { RuleAbove } from './RuleAbove';
import { SeverityMark } from './SeverityMark';
import { useCardStyles } from './useCardStyles';

/** How many ranges are named before the rest is only counted. */
const namedRanges = 2;

export interface BundleLineProps extends LineStanding, Pick<Roving, 'keep'> {
  readonly line: Row;
  readonly reach: (index: number) => void;
  readonly toggle: (key: string) => void;
}

export function BundleLine(props: BundleLineProps): ReactNode {
  const { isOpen, line, reach, toggle } = props;
  const card = useCardStyles();
  const { words } = usePane();
  const { findings, index, key, rule } = line;
  const [first] = findings;
  const ranges = rangesOf(findings.flatMap(({ finding }) => finding.cells.slice(0, 1)));
  const cells = ranges.slice(0, namedRanges).join(' ');
  return (
    <OpenableLine
      {...props}
      index={index}
      name={`finding ${key}`}
      press={() => {
        reach(index);
        toggle(key);
      }}
      reach={() => reach(index)}
      head={
        <>
          <SeverityMark severity={first.finding.severity} />
          <span className={mergeClasses(card.lineText, !isOpen && card.clamped)}>
            {cells !== '' && (
              <>
                <span className={card.address}>{cells}</span>
                {words.say(ranges.length > namedRanges ? 'addressGoesOn' : 'addressEnd')}
              </>
            )}
            {words.say('bundle', { n: findings.length, title: first.text.title })}
          </span>
        </>
      }
    >
      {rule && <RuleAbove rule={rule} />}
    </OpenableLine>
  );
}
