/** The page learns what it runs in, whatever that is. */
import { hostTheme } from '../../src/excel/theme';
import { whenOfficeIsReady } from '../../src/excel/ready';
import { excelInNode } from '../support/excelInNode';
import { formSheet } from './formSheet';

test('a fitting Excel is ready', async () => {
  const { excel } = await excelInNode([formSheet(2, 2)]);
  expect(await whenOfficeIsReady(1000)).toEqual({ ok: true, value: null });
  excel.dispose();
});

test('an old Excel is told what it lacks', async () => {
  const { excel } = await excelInNode([formSheet(2, 2)], { level: '1.9' });
  expect(await whenOfficeIsReady(1000)).toEqual({ ok: false, fault: { kind: 'too-old', needs: 'ExcelApi 1.13' } });
  excel.dispose();
});

test('without office.js, or with one that says nothing, the page is not in Excel', async () => {
  const outside = { ok: false, fault: { kind: 'not-in-excel' } };
  expect(await whenOfficeIsReady(10)).toEqual(outside);
  const globals = globalThis as { Office?: unknown };
  globals.Office = { onReady: () => new Promise(() => undefined), HostType: { Excel: 'Excel' } };
  expect(await whenOfficeIsReady(10)).toEqual(outside);
  globals.Office = { onReady: () => Promise.resolve({ host: null, platform: null }), HostType: { Excel: 'Excel' } };
  expect(await whenOfficeIsReady(10)).toEqual(outside);
  delete globals.Office;
});

test('the theme is dark or light by its background, and absent where Office tells none', () => {
  const globals = globalThis as { Office?: unknown };
  const themeOf = (officeTheme: unknown): unknown => {
    globals.Office = { context: { officeTheme } };
    const theme = hostTheme();
    delete globals.Office;
    return theme;
  };
  expect(themeOf({ bodyBackgroundColor: '#262626', bodyForegroundColor: '#FFFFFF' })).toMatchObject({ isDark: true });
  expect(themeOf({ bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000000' })).toMatchObject({ isDark: false });
  expect(themeOf(undefined)).toBeNull();
});
