/** Acceptances in records of before are still read, count where they are ours, and move when something is decided. */
import { recogniseOwn } from '../../../src/papers/ownPaper';
import { acceptedKind } from '../../../src/review/memory/accepted';
import { passingPreferences } from '../../../src/review/memory/preferences';
import { createReviewer } from '../../../src/review/memory/reviewer';
import { readPieces, signedPiece, textOfPieces } from '../../../src/review/memory/signedMemory';
import type { Seal } from '../../../src/review/memory/seal';
import { nationalHeader } from '../../forms/nationalHeader';
import { createMemoryWorkbook } from '../../support/memoryWorkbook';
import { foreignSeal, ownSeal } from '../../support/ownSeal';
import { valueOf } from '../../contracts/workbookContract';

const key = 'accepted:1';
const piece = { form: 0, check: 'weights-reach-total', indicator: null, message: 'short', reason: '按县里文件' };

function withOlder(sheetId: string, seal: Seal): string {
  const kind = acceptedKind(sheetId, []);
  return textOfPieces([signedPiece(piece, kind, seal)])!;
}

/** A form whose weights reach 99. */
function open(seal: Seal) {
  const workbook = createMemoryWorkbook([
    {
      name: '自评表',
      rows: [
        ['项目支出绩效自评表'],
        nationalHeader,
        ['产出指标', '数量指标', '培训人数', '≥100人', '100人', 60, 60, null],
        ['效益指标', '社会效益指标', '受益人数', '≥500人', '500人', 39, 39, null],
        ['总分', null, null, null, null, 99, 99, null],
      ],
    },
  ]);
  const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '2026-01-01');
  return { workbook, reviewer, seal };
}

async function reviewedWith(seal: Seal) {
  const { reviewer, workbook } = open(seal);
  const { forms, sheetId } = valueOf(await reviewer.review());
  const message = forms[0]!.findings.find(({ check }) => check === piece.check)!.message;
  expect(message).toBe(piece.message);
  valueOf(await workbook.remember(`accepted:${sheetId}`, withOlder(sheetId, seal)));
  const anew = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '2026-01-01');
  return { reviewer: anew, sheet: valueOf(await anew.review()), workbook, kept: `accepted:${sheetId}` };
}

test('our own counts, and becomes a decision once anything is decided or taken back', async () => {
  const { kept, reviewer, sheet, workbook } = await reviewedWith(ownSeal);
  const [passed] = sheet.forms[0]!.accepted;
  expect(passed).toMatchObject({
    finding: { check: piece.check },
    decision: { reason: '按县里文件', at: '', ground: null },
  });
  const wanted = { kind: 'opinion', form: sheet.forms[0]!.key, indicator: null, opinion: '请补正' } as const;
  expect(valueOf(await reviewer.decide(sheet, wanted)).kind).toBe('kept');
  expect(valueOf(await workbook.recall(kept))).toBeNull();
  const after = valueOf(await reviewer.review());
  expect(after.forms[0]!.accepted).toHaveLength(1);
  const undone = valueOf(await reviewer.undo(after, passed!.decision));
  expect(undone.forms[0]!.accepted).toEqual([]);
});

test('what somebody else accepted is an offer, and adopted it counts', async () => {
  const { reviewer, sheet } = await reviewedWith(foreignSeal);
  expect([sheet.forms[0]!.accepted, sheet.brought.decisions]).toMatchObject([[], [{ check: piece.check }]]);
  const adopted = valueOf(await reviewer.adopt(sheet));
  expect(adopted.forms[0]!.accepted).toHaveLength(1);
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
  expect(readPieces(text, acceptedKind('1', []), ownSeal)).toEqual({ kind: 'unreadable' });
});

test('the key of the older records is the one under which they were kept', () => {
  expect(acceptedKind('1', []).key).toBe(key);
});
