/** One stop of the Tab key for a whole list: arrow keys, Home and End move inside it. */
import { type KeyboardEvent, useCallback, useRef } from 'react';

export interface Roving {
  /** Keeps the element of one place, to give it the keyboard. */
  readonly keep: (index: number) => (element: HTMLElement | null) => void;
  /** For the list. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** 0 for the one place that Tab reaches, -1 for the others. */
  readonly tabIndex: (index: number) => 0 | -1;
  readonly focus: (index: number) => void;
}

/**
 * Roving focus over `count` places; `current` has the keyboard and `onMove` hears of every move.
 * A vertical list moves with ↑ and ↓ and stops at its ends, a horizontal one with ← and → and goes round.
 */
export function useRoving(
  count: number,
  current: number,
  orientation: 'vertical' | 'horizontal',
  onMove: (index: number) => void,
): Roving {
  const elements = useRef(new Map<number, HTMLElement>());
  const [back, forth] = orientation === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];

  const keep = useCallback(
    (index: number) => (element: HTMLElement | null) => {
      if (element) elements.current.set(index, element);
      else elements.current.delete(index);
    },
    [],
  );
  const focus = useCallback((index: number) => elements.current.get(index)?.focus(), []);

  const targetOf = (key: string): number | null => {
    const last = count - 1;
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    const step = key === back ? -1 : key === forth ? 1 : 0;
    if (step === 0) return null;
    if (orientation === 'horizontal') return (current + step + count) % count;
    return Math.min(Math.max(current + step, 0), last);
  };

  return {
    keep,
    focus,
    tabIndex: (index) => (index === current ? 0 : -1),
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      // A field inside the list needs its arrow keys for itself.
      if (elements.current.get(current) !== event.target) return;
      const target = targetOf(event.key);
      if (target === null || count === 0) return;
      event.preventDefault();
      onMove(target);
      focus(target);
    },
  };
}
