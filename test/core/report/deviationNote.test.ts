import { noteOpening, reasonWithNote } from '../../../src/core/report/deviationNote';

/** What a note leaves to be filled in. */
const slot = '【需填写】';

const note = (lost: number): string =>
  `${noteOpening}就餐人数：得分${10 - lost}分，比分值10分少${lost}分。偏差原因：${slot}。改进措施：${slot}。`;

test.each([
  ['an empty cell takes the note', '', note(2)],
  ['blanks alone are an empty cell', ' \n', note(2)],
  ['words of the user stay above it', '有人离职', `有人离职\n${note(2)}`],
  ['an earlier note is replaced', note(3), note(2)],
  [
    'an earlier note below words is replaced and the words stay',
    `有人离职\n第二行\n${note(3)}`,
    `有人离职\n第二行\n${note(2)}`,
  ],
])('%s', (_what, reason, whole) => {
  expect(reasonWithNote(reason, note(2))).toBe(whole);
  // The next run adds nothing.
  expect(reasonWithNote(whole, note(2))).toBeNull();
});

test.each([
  ['a note whose slot the user filled in', note(3).replace(slot, '食堂维修')],
  ['a note that the user wrote on behind', `${note(3)}已补充`],
  ['a note that the user wrote on below', `${note(3)}\n另见附件`],
  ['words of the user that quote a note', `见${noteOpening}第三条`],
])('%s is left as it is', (_what, reason) => {
  expect(reasonWithNote(reason, note(2))).toBeNull();
});
