/** Conditional formats, comments, settings and custom properties under the real office.js. */
import type { PlainConditionalFormat } from '../../../src/simulator/model';
import { errorOf, formSheet, startWith, stopAll, plainWorkbook } from './support';

afterEach(stopAll);

const userFormat: PlainConditionalFormat = {
  id: '{user}',
  kind: 'DataBar',
  areas: ['B3:B5'],
  stopIfTrue: false,
  formula: null,
  fill: null,
  fontColour: null,
  isBold: false,
};

describe('conditional formats', () => {
  it('are added over several areas, found again by id and rule, and removed without a trace', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook({ ...formSheet, conditionalFormats: [userFormat] }));
    const before = workbook.toPlain();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('自评表');
      const format = sheet.getRanges('C3:C4,B5').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '=LEN("mark")>0';
      format.custom.format.fill.color = '#ffd6d6';
      format.custom.format.font.color = '#7A0010';
      format.custom.format.font.bold = true;
      format.custom.format.font.underline = 'Double';
      await context.sync();
    });
    expect(workbook.toPlain().sheets[0]?.conditionalFormats).toMatchObject([
      {
        kind: 'Custom',
        areas: ['C3:C4', 'B5'],
        formula: '=LEN("mark")>0',
        fill: '#FFD6D6',
        fontColour: '#7A0010',
        isBold: true,
        underline: 'Double',
      },
      userFormat,
    ]);
    await Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('自评表').getRange().conditionalFormats;
      formats.load('items/id,items/type,items/priority');
      await context.sync();
      expect(formats.items.map(({ type, priority }) => [type, priority])).toEqual([
        ['Custom', 0],
        ['DataBar', 1],
      ]);
      const [ours] = formats.items;
      ours!.custom.rule.load('formula');
      const areas = ours!.getRanges();
      areas.load('address');
      await context.sync();
      expect(ours!.custom.rule.formula).toBe('=LEN("mark")>0');
      expect(areas.address).toBe('自评表!C3:C4, B5');
      ours!.delete();
      await context.sync();
    });
    expect(workbook.toPlain()).toEqual(before);
  });

  it('fail as a whole when the rule of another kind is asked for', async () => {
    const { Excel } = await startWith(plainWorkbook({ ...formSheet, conditionalFormats: [userFormat] }));
    const work = Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('自评表').getRange().conditionalFormats;
      formats.load('items/custom/rule/formula');
      await context.sync();
    });
    expect(await errorOf(work)).toMatchObject({ location: 'ConditionalFormat.custom' });
  });

  it('are not added over an address list of more than 8192 characters', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const list = (count: number): string => Array.from({ length: count }, (_, row) => `A${row + 1000}`).join(',');
    const add = (address: string): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('自评表').getRanges(address).conditionalFormats.add('Custom');
        await context.sync();
      });
    await add(list(1365));
    expect(list(1366).length).toBeGreaterThan(8192);
    expect(await errorOf(add(list(1366)))).toMatchObject({ code: 'InvalidArgument', location: 'Worksheet.getRanges' });
  });

  it('are cut where a range is cleared of them', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook({ ...formSheet, conditionalFormats: [userFormat] }));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').getRange('B4').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(workbook.toPlain().sheets[0]?.conditionalFormats?.[0]?.areas).toEqual(['B3', 'B5']);
  });
});

describe('comments', () => {
  it('are added by address, found by cell, changed and deleted', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    await Excel.run(async (context) => {
      context.workbook.comments.add('自评表!C3', '【自评复核】请核对');
      await context.sync();
      const comment = context.workbook.comments.getItemByCell('自评表!C3');
      comment.load('content');
      const cell = comment.getLocation();
      cell.load('address');
      await context.sync();
      expect([comment.content, cell.address]).toEqual(['【自评复核】请核对', '自评表!C3']);
      comment.content = '改过';
      await context.sync();
    });
    expect(workbook.sheet('自评表')?.comments).toMatchObject([{ content: '改过', cell: { row: 2, column: 2 } }]);
    await Excel.run(async (context) => {
      const { comments } = context.workbook.worksheets.getItem('自评表');
      comments.load('items/id');
      await context.sync();
      for (const comment of comments.items) comment.delete();
      await context.sync();
    });
    expect(workbook.sheet('自评表')?.comments).toEqual([]);
  });

  it('are not found where there is none', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const work = Excel.run(async (context) => {
      context.workbook.comments.getItemByCell('自评表!A1').load('content');
      await context.sync();
    });
    expect(await errorOf(work)).toMatchObject({ code: 'ItemNotFound', location: 'CommentCollection.getItemByCell' });
  });
});

describe('small texts kept in the workbook', () => {
  it('stay under their key in the settings, whatever the key’s case', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    const read = await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('journal', { version: 1 });
      const again = settings.getItemOrNullObject('Journal');
      const missing = settings.getItemOrNullObject('other');
      again.load('value');
      missing.load('value');
      await context.sync();
      return [again.value as unknown, missing.isNullObject];
    });
    expect(read).toEqual([{ version: 1 }, true]);
    await Excel.run(async (context) => {
      context.workbook.settings.getItem('journal').delete();
      await context.sync();
    });
    expect(workbook.toPlain().settings).toEqual({});
  });

  it('stay with a sheet as custom properties', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    const read = await Excel.run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem('自评表');
      customProperties.add('layout', 'a');
      customProperties.add('layout', 'b');
      customProperties.load('items/key,items/value');
      await context.sync();
      return customProperties.items.map(({ key, value }) => [key, value]);
    });
    expect(read).toEqual([['layout', 'b']]);
    expect(workbook.toPlain().sheets[0]?.customProperties).toEqual({ layout: 'b' });
  });

  it('stay in the settings of the document', async () => {
    const { Office, workbook } = await startWith(plainWorkbook(formSheet));
    Office.context.document.settings.set('a', 1);
    await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
    expect(Office.context.document.settings.get('a')).toBe(1);
    expect(Object.keys(workbook.toPlain().documentSettings ?? {})).toEqual(['a']);
  });
});
