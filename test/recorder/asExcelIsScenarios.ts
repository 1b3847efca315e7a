/**
 * What Microsoft's issue tracker says of Excel, as far as a program can ask for it without a person; the rest is in
 * .github/REAL-EXCEL.md. Each question names the number of its issue.
 */
import { markFormula } from '../../src/port/markRule';
import { attempt, type Desk, type Scenario } from './scenario';

/** A conditional format of ours on an area. */
function addRule(sheet: Excel.Worksheet, address: string): Excel.ConditionalFormat {
  const format = sheet.getRanges(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = markFormula('P1');
  return format;
}

/** What Excel tells of rows that are put in and taken out. */
async function newsOfRows({ run, untilEventsCame }: Desk): Promise<unknown> {
  const seen: unknown[] = [];
  const handler = await run(async (sheet, context) => {
    sheet.getRange('A1:A4').values = [[1], [2], [3], [4]];
    await context.sync();
    const added = sheet.onChanged.add((event) => {
      seen.push([event.address, event.changeType, event.source, event.triggerSource]);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  const left = await run(async (sheet, context) => {
    sheet.getRange('2:3').insert(Excel.InsertShiftDirection.down);
    await context.sync();
    sheet.getRange('1:1').delete(Excel.DeleteShiftDirection.up);
    const range = sheet.getRange('A1:A5').load('values');
    await context.sync();
    return range.values;
  });
  await untilEventsCame();
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  return [seen, left];
}

/** Whether a sheet can be added while the structure of the workbook is protected, and that it can be afterwards. */
async function addUnderProtection(): Promise<unknown> {
  const change = (work: (workbook: Excel.Workbook) => void): Promise<unknown> =>
    attempt(
      Excel.run(async (context) => {
        work(context.workbook);
        await context.sync();
      }),
    );
  const isProtected = (): Promise<boolean> =>
    Excel.run(async ({ sync, workbook }) => {
      const { protection } = workbook;
      protection.load('protected');
      await sync();
      return protection.protected;
    });
  const add = (workbook: Excel.Workbook): void => {
    workbook.worksheets.add('录制 保护').delete();
  };
  const before = await isProtected();
  const protecting = await change(({ protection }) => {
    protection.protect();
  });
  const during = [await isProtected(), await change(add)];
  const unprotecting = await change(({ protection }) => {
    protection.unprotect();
  });
  return { before, protecting, during, unprotecting, after: [await isProtected(), await change(add)] };
}

/** Texts of more than 5 MB: written in four parts, then read in one go, and written in one go. */
async function moreThanFiveMegabytes({ run }: Desk): Promise<unknown> {
  const rows = 2_000;
  const texts = Array.from({ length: rows }, () => Array.from({ length: 20 }, () => '甲'.repeat(50)));
  const parts = 4;
  const many = rows / parts;
  const address = (top: number, height: number): string => `A${top + 1}:T${top + height}`;
  for (let part = 0; part < parts; part += 1) {
    await run(async (sheet, context) => {
      sheet.getRange(address(part * many, many)).values = texts.slice(0, many);
      await context.sync();
    });
  }
  const reading = await attempt(
    run(async (sheet, context) => {
      sheet.getRange(address(0, rows)).load('values');
      await context.sync();
    }),
  );
  const writing = await attempt(
    run(async (sheet, context) => {
      sheet.getRange(address(0, rows)).values = texts;
      await context.sync();
    }),
  );
  return { platform: Office.context.platform, reading, writing };
}

/** Writes a cell in an undo group. */
function writeInGroup({ sheetId }: Desk): Promise<void> {
  return Excel.run({ mergeUndoGroup: true }, async (context) => {
    context.workbook.worksheets.getItem(sheetId).getRange('A1').values = [[1]];
    await context.sync();
  });
}

/** The questions; those who add to them append at the end. */
export const asExcelIsScenarios: readonly Scenario[] = [
  {
    name: 'undo-group',
    question: '#6711：要求合并为一步撤销（mergeUndoGroup），写得成还是被拒绝，代码是什么',
    needs: '1.1',
    async ask(desk) {
      const answer = await attempt(writeInGroup(desk));
      const value = await desk.run(async (sheet, context) => {
        const range = sheet.getRange('A1').load('values');
        await context.sync();
        return range.values;
      });
      return [Office.context.requirements.isSetSupported('ExcelApi', '1.20'), answer, value];
    },
  },
  {
    name: 'addresses-of-areas',
    question: '整行、整列和几块区域的条件格式，地址怎样写：有没有空格，第二块带不带工作表名',
    needs: '1.9',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        const areas = ['H:H', '13:14', 'A1:B4,D1', 'A1:A3'].map((address) =>
          addRule(sheet, address).getRanges().load('address,areaCount,cellCount'),
        );
        await context.sync();
        return areas.map(({ address, areaCount, cellCount }) => [address, areaCount, cellCount]);
      }),
  },
  {
    name: 'rule-deleted-twice',
    question: '#5222、#6396：已删除的条件格式，再读、再删，代码是什么；没有条件格式时删第一条呢',
    needs: '1.9',
    async ask({ run }) {
      const id = await run(async (sheet, context) => {
        const format = addRule(sheet, 'A1:A3').load('id');
        await context.sync();
        format.delete();
        await context.sync();
        return format.id;
      });
      const about = (work: (formats: Excel.ConditionalFormatCollection) => void): Promise<unknown> =>
        attempt(
          run(async (sheet, context) => {
            work(sheet.getRange().conditionalFormats);
            await context.sync();
          }),
        );
      return [
        await about((formats) => formats.getItem(id).load('type')),
        await about((formats) => formats.getItem(id).delete()),
        await about((formats) => formats.getItemAt(0).delete()),
      ];
    },
  },
  {
    name: 'rules-that-are-alike',
    question: '#6835、#6827：两条一样的条件格式，列表里各有编号吗，规则都读得出来吗',
    needs: '1.9',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        addRule(sheet, 'A1:A3');
        addRule(sheet, 'A1:A3');
        const formats = sheet.getRange().conditionalFormats.load('items/id,items/type');
        await context.sync();
        const rules = formats.items.map((format) => format.custom.rule.load('formula'));
        await context.sync();
        return [new Set(formats.items.map((format) => format.id)).size, rules.map(({ formula }) => formula)];
      }),
  },
  {
    name: 'hidden-lines-by-load',
    question: '#5918：rowHidden、columnHidden 对全隐藏、全不隐藏、有隐藏有不隐藏的区域各答什么',
    needs: '1.2',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        sheet.getRange('2:3').rowHidden = true;
        sheet.getRange('B:B').columnHidden = true;
        const ranges = ['A2:A3', 'A5:A9', 'A1:A3', 'B1:B2', 'A1:C1'].map((address) =>
          sheet.getRange(address).load('rowHidden,columnHidden'),
        );
        await context.sync();
        return ranges.map(({ columnHidden, rowHidden }) => [rowHidden, columnHidden]);
      }),
  },
  {
    name: 'rows-in-and-out',
    question: '插入、删除整行之后来什么事件，地址怎样写',
    needs: '1.7',
    ask: newsOfRows,
  },
  {
    name: 'protected-structure',
    question: '保护工作簿结构之后，加一张工作表是拒绝还是照办，代码是什么；撤销保护之后呢',
    needs: '1.7',
    ask: addUnderProtection,
  },
  {
    name: 'more-than-5-mb',
    question: '性能文章：一次读、一次写 5 MB 以上，是照办还是拒绝，代码是什么（网页版应当拒绝，桌面版应当照办）',
    needs: '1.1',
    ask: moreThanFiveMegabytes,
  },
];
