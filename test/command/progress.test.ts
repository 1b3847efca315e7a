import { progressLine } from '../../src/command/progress';

test.each([
  [{ done: 0, faults: 0, total: 200 }, 0, '[--------------------] 0/200 0%'],
  [{ done: 50, faults: 0, total: 200 }, 21, '[#####---------------] 50/200 25%，剩余约1分3秒'],
  [{ done: 199, faults: 2, total: 200 }, 19.9, '[###################-] 199/200 99%，读不了 2 个，剩余约1秒'],
  [{ done: 200, faults: 0, total: 200 }, 20, '[####################] 200/200 100%'],
  [{ done: 1, faults: 0, total: 121 }, 60, '[--------------------] 1/121 0%，剩余约2小时0分'],
])('%j after %d seconds', (state, elapsed, line) => {
  expect(progressLine(state, elapsed)).toBe(line);
});
