/** Many findings of one check in one line, which opens to theirs; the rule that governs them all is said once. */
import { mergeClasses } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode, RefCallback } from 'react';
import { rangesOf } from '../../core/sheet/rangesText';
import { usePane } from '../context';
import type { Roving } from '../useRoving';
import type { BundleRow as Row } from './findingLines';
import { RuleAbove } from './RuleAbove';
import { SeverityMark } from './SeverityMark';
import { useCardStyles } from './useCardStyles';

/** How many ranges are named before the rest is only counted. */
const namedRanges = 2;

export interface BundleLineProps extends Pick<Roving, 'keep'> {
  readonly line: Row;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly measure: RefCallback<HTMLElement> | null;
  /** Its place in the group, from 1, and how many lines the group has. */
  readonly place: number;
  readonly of: number;
  readonly reach: (index: number) => void;
  readonly toggle: (key: string) => void;
}

export function BundleLine(props: BundleLineProps): ReactNode {
  const { isCurrent, isOpen, keep, line, measure, reach, toggle } = props;
  const card = useCardStyles();
  const { words } = usePane();
  const { findings, index, key, rule } = line;
  const [first] = findings;
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  const ranges = rangesOf(findings.flatMap(({ finding }) => finding.cells.slice(0, 1)));
  const cells = ranges.slice(0, namedRanges).join(' ');
  return (
    <li
      ref={measure}
      className={mergeClasses(card.line, isCurrent && card.current)}
      aria-posinset={measure ? props.place : undefined}
      aria-setsize={measure ? props.of : undefined}
      data-place={`finding ${key}`}
    >
      <button
        ref={keep(index)}
        type="button"
        className={card.lineButton}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        aria-expanded={isOpen}
        onClick={() => {
          reach(index);
          toggle(key);
        }}
        onFocus={() => {
          if (!isCurrent) reach(index);
        }}
      >
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
        <Chevron aria-hidden className={card.chevron} />
      </button>
      {isOpen && rule && <RuleAbove rule={rule} />}
    </li>
  );
}
