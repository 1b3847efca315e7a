/**
 * Errors reach the console with what Excel says about them, through the Office helpers.
 *
 * @jest-environment jsdom
 */
import { logDiagnostics } from '../../src/excel/diagnostics';

test('an error, or whatever was thrown instead of one, is printed', async () => {
  const printed: unknown[] = [];
  const spies = (['log', 'error', 'group', 'groupEnd', 'groupCollapsed'] as const).map((name) =>
    jest.spyOn(console, name).mockImplementation((...given: unknown[]) => {
      printed.push(...given);
    }),
  );
  await logDiagnostics(new Error('broken batch'));
  await logDiagnostics('plain words');
  for (const spy of spies) spy.mockRestore();
  expect(JSON.stringify(printed.map(String))).toContain('broken batch');
  expect(JSON.stringify(printed.map(String))).toContain('plain words');
});
