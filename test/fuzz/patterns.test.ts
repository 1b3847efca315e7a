/** No pattern goes astray on what a unit could write: its time grows with the text, not with the square of it. */
import { cpuTime } from '../support/cpuTime';
import { corePatterns } from './corePatterns';
import { hostileTexts, longestCell } from './hostileTexts';

/** What a cell holds at most. */
const length = longestCell;
const most = 50;

test('each pattern of the rooms that read a unit’s text is quick on every hostile text', () => {
  const patterns = corePatterns();
  expect(patterns.length).toBeGreaterThan(300);
  const slow: string[] = [];
  for (const { pattern, place } of patterns) {
    for (const { name, text } of hostileTexts) {
      const short = text.slice(0, length);
      const run = (): void => {
        pattern.lastIndex = 0;
        if (pattern.global) short.replace(pattern, '');
        else pattern.test(short);
      };
      // The machine may be busy: only what is slow three times is slow.
      if ([1, 2, 3].every(() => cpuTime(run) > most)) {
        slow.push(`${place} on ${name}`);
        break;
      }
    }
  }
  expect(slow).toEqual([]);
}, 300_000);
