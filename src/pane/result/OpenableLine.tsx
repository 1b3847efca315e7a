/** A line of a list that opens: what it says when closed, and below it what it says once it is open. */
import { mergeClasses } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, type RefCallback, useMemo } from 'react';
import type { Roving } from '../useRoving';
import { useCardStyles } from './useCardStyles';

/** Where a line stands in its list, and how it stands there. */
export interface LineStanding {
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** In a list that is not drawn whole: hears of the line's element, to learn its height; else null. */
  readonly measure: RefCallback<HTMLElement> | null;
  /** Its place in the group, from 1, and how many lines the group has. */
  readonly place: number;
  readonly of: number;
}

interface OpenableLineProps extends LineStanding, Pick<Roving, 'keep'> {
  /** Its place among all lines that the arrows walk. */
  readonly index: number;
  /** Its name among the places of the keyboard (`useFocusKept`). */
  readonly name: string;
  /** A class of its own beside those of every line. */
  readonly className?: string | false;
  readonly head: ReactNode;
  /** Pressed by mouse or keyboard. */
  readonly press: () => void;
  /** Took the keyboard without being the current one. */
  readonly reach: () => void;
  /** What stands below the line while it is open. */
  readonly children: ReactNode;
}

export function OpenableLine(props: OpenableLineProps): ReactNode {
  const { children, className, head, index, isCurrent, isOpen, keep, measure, name, of, place, press, reach } = props;
  const card = useCardStyles();
  const button = useMemo(() => keep(index), [keep, index]);
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    <li
      ref={measure}
      className={mergeClasses(card.line, className, isCurrent && card.current)}
      aria-posinset={measure ? place : undefined}
      aria-setsize={measure ? of : undefined}
      data-place={name}
    >
      <button
        ref={button}
        type="button"
        className={card.lineButton}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        aria-expanded={isOpen}
        onClick={press}
        onFocus={() => {
          if (!isCurrent) reach();
        }}
      >
        {head}
        <Chevron aria-hidden className={card.chevron} />
      </button>
      {isOpen && children}
    </li>
  );
}
