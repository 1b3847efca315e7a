/** A finding that was let pass is known again by check, indicator and what was found, never by its address. */
import type { Finding } from '../../../src/core/checks/finding';
import { longestWords } from '../../../src/core/decisions/decision';
import type { FormKey } from '../../../src/core/decisions/formKey';
import { explain, partFindings } from '../../../src/core/report/explained';

const key: FormKey = { project: '某项目', unit: null, year: 2023, sheet: null, place: 0 };
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
const passed = (one: Finding, reason = '已核实') => explain(key, one, reason, '');

test('a finding that was let pass is parted from the open ones, with its decision', () => {
  const decision = passed(ofIndicator, ' 主管部门已核实 ');
  expect(partFindings([ofForm, ofIndicator], [decision])).toEqual({
    open: [ofForm],
    accepted: [{ finding: ofIndicator, decision }],
  });
  expect(decision.reason).toBe('主管部门已核实');
});

test('the address plays no part: a finding that moved still passes', () => {
  const moved = finding({ cells: [{ row: 30, column: 4 }], facts: { cell: 'E31' } });
  expect(partFindings([moved], [passed(ofIndicator)]).open).toEqual([]);
});

test('another indicator, another check, and another message of the form stay open', () => {
  const others = [
    finding({ indicator: '产出/数量/培训班次' }),
    finding({ check: 'reason-has-remedy' }),
    { ...ofForm, message: 'over' },
  ];
  expect(partFindings(others, [passed(ofIndicator), passed(ofForm)]).open).toEqual(others);
});

test('of one indicator a check passes whatever it says of it, while the same is found', () => {
  expect(partFindings([finding({ message: 'short' })], [passed(ofIndicator)]).open).toEqual([]);
  const before = finding({ found: 10, expected: 8 });
  const after = finding({ found: 10, expected: 6 });
  expect(partFindings([after], [passed(before)]).open).toEqual([after]);
});

test('an older record that does not say what was found holds whatever is found', () => {
  const older = { ...passed(finding({ found: 10 })), ground: null };
  expect(partFindings([finding({ found: 3 })], [older]).open).toEqual([]);
});

test('a reason is cut to what is kept', () => {
  expect(passed(ofIndicator, '长'.repeat(999)).reason).toHaveLength(longestWords.reason);
});
