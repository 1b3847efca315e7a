/** Acceptances are known again by check and indicator, and a text that is not ours is a named state. */
import type { Finding } from '../../../src/core/checks/finding';
import {
  accept,
  acceptedKind,
  type Acceptance,
  longestReason,
  partFindings,
  withdraw,
} from '../../../src/review/memory/accepted';
import { ours, readPieces, signedPiece, textOfPieces } from '../../../src/review/memory/signedMemory';
import { ownSeal } from '../../support/ownSeal';

const kind = acceptedKind('1', ['某项目']);
const finding = (changes: Partial<Finding>): Finding => ({
  check: 'reason-given',
  severity: 'P1',
  message: 'missing',
  facts: {},
  cells: [{ row: 3, column: 4 }],
  indicator: '产出/数量/培训人数',
  found: null,
  expected: null,
  derivation: null,
  rule: null,
  readings: [],
  ...changes,
});
const ofIndicator = finding({});
const ofForm = finding({ check: 'weights-reach-total', message: 'short', indicator: null });

test('an accepted finding is parted from the open ones, with its reason', () => {
  const acceptances = accept([], 0, ofIndicator, ' 主管部门已核实 ');
  expect(partFindings([ofForm, ofIndicator], 0, acceptances)).toEqual({
    open: [ofForm],
    accepted: [{ finding: ofIndicator, reason: '主管部门已核实' }],
  });
});

test('the address plays no part: a finding that moved is still accepted', () => {
  const moved = finding({ cells: [{ row: 30, column: 4 }], facts: { score: 2 } });
  expect(partFindings([moved], 0, accept([], 0, ofIndicator, '已核实')).open).toEqual([]);
});

test('another indicator, another check, another form and another message of the form stay open', () => {
  const acceptances = accept(accept([], 0, ofIndicator, '已核实'), 0, ofForm, '已核实');
  const others = [
    finding({ indicator: '产出/数量/培训班次' }),
    finding({ check: 'reason-has-remedy' }),
    { ...ofForm, message: 'over' },
  ];
  expect(partFindings(others, 0, acceptances).open).toEqual(others);
  expect(partFindings([ofIndicator, ofForm], 1, acceptances).accepted).toEqual([]);
});

test('of one indicator a check is accepted whatever it says of it', () => {
  const reworded = finding({ message: 'short' });
  expect(partFindings([reworded], 0, accept([], 0, ofIndicator, '已核实')).open).toEqual([]);
});

test('accepting again replaces the reason, and withdrawing opens the finding', () => {
  const twice = accept(accept([], 0, ofIndicator, '一'), 0, ofIndicator, '二');
  expect(twice.map(({ reason }) => reason)).toEqual(['二']);
  expect(withdraw(twice, 0, ofIndicator)).toEqual([]);
});

test('a reason is cut to what is kept', () => {
  expect(accept([], 0, ofIndicator, '长'.repeat(999))[0]?.reason).toHaveLength(longestReason);
});

test('what is kept reads back the same, and nothing is kept of nothing', () => {
  const acceptances: readonly Acceptance[] = accept(accept([], 0, ofIndicator, '“一”'), 1, ofForm, '二');
  const text = textOfPieces(acceptances.map((one) => signedPiece(one, kind, ownSeal)));
  const read = readPieces(text, kind, ownSeal);
  expect(read.kind === 'value' ? ours(read.value) : read).toEqual(acceptances);
  expect(textOfPieces([])).toBeNull();
  expect(readPieces(null, kind, ownSeal)).toEqual({ kind: 'nothing' });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '7',
  '{"version":1}',
  '{"version":2,"content":[]}',
  '{"version":1,"content":{}}',
  '{"version":1,"content":7}',
  '{"version":1,"content":[{"form":0,"check":"a","indicator":null,"message":"b"}]}',
  '{"version":1,"content":[{"form":"0","check":"a","indicator":null,"message":"b","reason":"c"}]}',
  '{"version":1,"content":[null]}',
])('a text that is not ours is said to be unreadable: %s', (text) => {
  expect(readPieces(text, kind, ownSeal)).toEqual({ kind: 'unreadable' });
});
