/** What a page finds when Excel has been installed into its window. */
import { SimulatedWorkbook } from '../../../src/simulator/model';
import { installExcel } from '../../../src/simulator/browser/installExcel';

it('a page finds Excel at window.external', () => {
  const page = { external: {} } as unknown as Window;
  const workbook = SimulatedWorkbook.fromPlain({ name: 'b', sheets: [{ id: 's', name: 'S' }] });
  const excel = installExcel(page, workbook, { locale: 'en-US', level: '1.9' });
  const { external } = page as unknown as {
    external: { GetHostInfo(): string; GetContext(): { GetSupportedMatrix(): string } };
  };
  expect(external.GetHostInfo()).toMatch(/^Excel\$Win32\$16\.01\$en-US\$/u);
  expect(JSON.parse(external.GetContext().GetSupportedMatrix())).toMatchObject({ ExcelApi: '1.9' });
  expect(excel.host.workbook).toBe(workbook);
  excel.dispose();
});
