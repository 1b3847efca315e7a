/**
 * The questions that the simulated Excel answers by assumption and the product relies on. Append new ones at the end:
 * the name of a scenario's sheet is its place in this list.
 */
import { ownSeal } from '../support/ownSeal';
import { recogniseOwn } from '../../src/papers/ownPaper';
import { textForCell } from '../../src/excel/textForCell';
import { fromA1 } from '../../src/core/sheet/cellRef';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { passingPreferences } from '../../src/review/memory/preferences';
import { createReviewer } from '../../src/review/memory/reviewer';
import { listApplied, revertApply } from '../../src/review/revertApply';
import type { Outcome } from '../../src/port/workbook';
import { samples } from '../../src/demo/samples/samples';
import { asExcelIsScenarios } from './asExcelIsScenarios';
import { attempt, contentOf, putAndRead, type Desk, type Scenario } from './scenario';

/** What people and notes put into cells, and what Excel might take for something else. */
const doubtful = [
  ...['1-2', '3/4', '2025-01', '2025-01-31', '10%', '１０', '１０％', ' 5 ', 'TRUE', '1e3', '0012', '12.5万', '5分'],
  ...[
    '(5)',
    '（5）',
    '￥5',
    '1,234',
    '@x',
    '＝1',
    '＋1',
    '－5%',
    '上午',
    '1月',
    '#N/A',
    '12345678901234567890',
    '甲\n乙',
  ],
];
const column = (values: readonly unknown[]): readonly (readonly unknown[])[] => values.map((value) => [value]);

/** A formula that means nothing to anybody, and so marks a conditional format as ours. */
const rule = '=LEN("recorder")>0';

/** The value, or the kind of the fault. */
const told = <T>(outcome: Outcome<T>): T | { readonly fault: string } =>
  outcome.ok ? outcome.value : { fault: outcome.fault.kind };

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`The product met a fault: ${outcome.fault.kind}`);
  return outcome.value;
}

/** Fills a sheet with one of the forms of the demo, without its looks. */
async function putForm({ run }: Desk): Promise<void> {
  const form = samples[0]?.workbook.sheets[1];
  if (!form?.cells) throw new Error('There is no form to put');
  const { cells, merges = [] } = form;
  await run(async (sheet, context) => {
    for (const address of merges) sheet.getRange(address).merge();
    for (const [address, { value }] of Object.entries(cells)) {
      // With an apostrophe, as somebody would type it who wants a text.
      if (value !== undefined) sheet.getRange(address).values = [[typeof value === 'string' ? `'${value}` : value]];
    }
    await context.sync();
  });
}

/** All scenarios, in the order in which they are recorded. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'doubtful-texts',
    question: '像数字、日期、公式的文字写进常规格式的单元格，变成什么',
    needs: '1.1',
    ask: (desk) => putAndRead(desk, `A1:A${doubtful.length}`, column(doubtful)),
  },
  {
    name: 'doubtful-texts-behind-an-apostrophe',
    question: '同样的文字前面加上撇号，是不是原样成为文字',
    needs: '1.1',
    ask: (desk) => putAndRead(desk, `A1:A${doubtful.length}`, column(doubtful.map((text) => `'${text}`))),
  },
  {
    name: 'doubtful-texts-as-the-product-writes-them',
    question: '本工具写入文字的办法，每个文字读回来是不是原样',
    needs: '1.1',
    async ask(desk) {
      const texts = [...doubtful, '=1+1', '+3', '-5%，未完成', "'甲", ''].filter((text) => text !== '');
      await putAndRead(desk, `A1:A${texts.length}`, column(texts.map((text) => textForCell(text, 'General'))));
      return desk.run(async (sheet, context) => {
        const range = sheet.getRange(`A1:A${texts.length}`).load('values');
        await context.sync();
        return texts.filter((text, index) => range.values[index]?.[0] !== text);
      });
    },
  },
  {
    name: 'cells-formatted-as-text',
    question: '文本格式（@）的单元格收到数字、文字、带撇号的文字，留下什么',
    needs: '1.1',
    ask: (desk) => putAndRead(desk, 'A1:A6', column([8.5, 0.1 + 0.2, '10%', "'甲", '=1+1', true]), '@'),
  },
  {
    name: 'broken-formulas',
    question: '以 = + - 开头、又不成公式的文字，是拒绝、成为错误值还是成为文字',
    needs: '1.1',
    async ask(desk) {
      const texts = ['=1+', '-5%，未完成', '+甲', '=甲'];
      const answers = [];
      for (const [index, text] of texts.entries()) {
        answers.push([text, await attempt(putAndRead(desk, `A${index + 1}`, [[text]]))]);
      }
      return [
        answers,
        await desk.run(async (sheet, context) => {
          const content = contentOf(sheet.getRange(`A1:A${texts.length}`));
          await context.sync();
          return content();
        }),
      ];
    },
  },
  {
    name: 'null-leaves-and-empty-text-clears',
    question: '成块写入时，null 是不是不动原值，空文字是不是清空',
    needs: '1.1',
    async ask(desk) {
      await putAndRead(desk, 'A1:A3', column([1, 2, 3]));
      return putAndRead(desk, 'A1:A3', column([null, '', 9]));
    },
  },
  {
    name: 'covered-cells',
    question: '写进被合并盖住的单元格，是拒绝、不理还是留下；带 null 的块写过合并区域会怎样',
    needs: '1.2',
    async ask(desk) {
      await desk.run(async (sheet, context) => {
        sheet.getRange('A1:B2').merge();
        sheet.getRange('A1').values = [['甲']];
        await context.sync();
      });
      const alone = await attempt(putAndRead(desk, 'B2', [['乙']]));
      const block = await attempt(
        putAndRead(desk, 'A1:B3', [
          ['丙', null],
          [null, null],
          [1, 2],
        ]),
      );
      return desk.run(async (sheet, context) => {
        const content = contentOf(sheet.getRange('A1:B3'));
        await context.sync();
        sheet.getRange('A1:B2').unmerge();
        const unmerged = contentOf(sheet.getRange('A1:B3'));
        await context.sync();
        return { alone, block, merged: content(), unmerged: unmerged() };
      });
    },
  },
  {
    name: 'merged-areas-by-their-first-cell',
    question: '读合并区域时，第一格在范围外的算不算；没有合并时是不是空对象',
    needs: '1.13',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        for (const address of ['A1:A3', 'C2:D4', 'F1:G1']) sheet.getRange(address).merge();
        const asked = ['A1:G4', 'A2:G4', 'D2:D4', 'H1:H9'].map((address) => {
          const found = sheet.getRange(address).getMergedAreasOrNullObject();
          found.load('areaCount,areas/items/address');
          return { address, found };
        });
        await context.sync();
        return asked.map(({ address, found }) => [
          address,
          found.isNullObject ? null : found.areas.items.map((area) => area.address),
        ]);
      }),
  },
  {
    name: 'most-merged-areas',
    question: '一次读 512 个、513 个合并区域',
    needs: '1.13',
    async ask({ run }) {
      await run(async (sheet, context) => {
        for (let row = 1; row <= 513; row += 1) sheet.getRange(`A${row}:B${row}`).merge();
        await context.sync();
      });
      const count = (address: string): Promise<number> =>
        run(async (sheet, context) => {
          const found = sheet.getRange(address).getMergedAreasOrNullObject();
          found.load('areaCount');
          await context.sync();
          return found.areaCount;
        });
      return [await count('A1:B512'), await attempt(count('A1:B513'))];
    },
  },
  {
    name: 'used-range',
    question: '空表、只有格式的单元格、有值的单元格，已用区域各到哪里',
    needs: '1.4',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        const used = (valuesOnly: boolean): Excel.Range => sheet.getUsedRangeOrNullObject(valuesOnly).load('address');
        const empty = [used(true), used(false)];
        await context.sync();
        sheet.getRange('E9').format.fill.color = '#FFFF00';
        const formatted = [used(true), used(false)];
        await context.sync();
        sheet.getRange('B2').values = [[1]];
        sheet.getRange('B3:C4').merge();
        const filled = [used(true), used(false)];
        await context.sync();
        return [empty, formatted, filled].map((pair) =>
          pair.map((range) => (range.isNullObject ? null : range.address)),
        );
      }),
  },
  {
    name: 'error-values',
    question: '公式错误、引用不存在的函数，值、类型、显示文字各是什么；同批写入后是不是已经重算',
    needs: '1.1',
    ask: (desk) => putAndRead(desk, 'A1:A5', column(['=1/0', '=ROUND(2.345,2)', '=A2*2', '=SUM(A2:A3)', "'#N/A"])),
  },
  {
    name: 'shown-texts',
    question: '各种数字格式显示成什么',
    needs: '1.1',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        const shown = [
          ...[
            [0.8797, '0.00%'],
            [1234.5, '#,##0.00'],
            [8.5, '0'],
            [8.5, 'General'],
            [45292, 'yyyy/m/d'],
          ],
          ...[
            [45292, 'yyyy"年"m"月"d"日"'],
            [9.5, '0.0"分"'],
            [-3, '0;(0)'],
            [0.1 + 0.2, 'General'],
            [1e12, 'General'],
          ],
        ];
        const range = sheet.getRange(`A1:A${shown.length}`);
        range.numberFormat = shown.map(([, format]) => [format]);
        range.values = shown.map(([value]) => [value]);
        const content = contentOf(range);
        await context.sync();
        return content();
      }),
  },
  {
    name: 'too-much-at-once',
    question: '整列、很长的地址，是空、是拒绝还是照办',
    needs: '1.9',
    async ask({ run }) {
      const unbounded = await run(async (sheet, context) => {
        const range = sheet.getRange('A:B').load('values,address');
        await context.sync();
        return [range.address, range.values];
      });
      const areas = (characters: number): Promise<number> =>
        run(async (sheet, context) => {
          let address = 'A1';
          for (let row = 3; address.length < characters; row += 2) address += `,A${row}`;
          const ranges = sheet.getRanges(address).load('areaCount');
          await context.sync();
          return ranges.areaCount;
        });
      return [unbounded, await attempt(areas(6_990)), await attempt(areas(8_180)), await attempt(areas(8_300))];
    },
  },
  {
    name: 'conditional-formats',
    question: '自己的条件格式：规则文字读回是否不变，先后次序，按编号删除之后还剩什么',
    needs: '1.9',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        for (const [address, colour] of [
          ['A1:A3', '#FFC7CE'],
          ['A2,C5:C6', '#FFEB9C'],
        ] as const) {
          const format = sheet.getRanges(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
          format.custom.rule.formula = rule;
          format.custom.format.fill.color = colour;
          format.custom.format.font.underline = 'Double';
        }
        const formats = sheet.getRange().conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
        await context.sync();
        const areas = formats.items.map((format) => format.getRanges().load('address'));
        for (const format of formats.items) format.custom.load('rule/formula,format/fill/color');
        await context.sync();
        const before = formats.items.map(({ custom, priority, stopIfTrue, type }, index) => [
          type,
          priority,
          stopIfTrue,
          custom.rule.formula,
          custom.format.fill.color,
          areas[index]?.address,
        ]);
        formats.items[0]?.delete();
        const left = sheet.getRange().conditionalFormats.load('items/priority');
        await context.sync();
        return [before, left.items.map(({ priority }) => priority)];
      }),
  },
  {
    name: 'protected-sheet',
    question: '受保护的表：锁定的格、没有锁定的格、条件格式，各是什么结果',
    needs: '1.6',
    async ask(desk) {
      await desk.run(async (sheet, context) => {
        sheet.getRange('A1:B1').values = [[1, 2]];
        sheet.getRange('B1').format.protection.locked = false;
        sheet.protection.protect();
        await context.sync();
      });
      const locked = await attempt(putAndRead(desk, 'A1', [[9]]));
      const unlocked = await attempt(putAndRead(desk, 'B1', [[9]]));
      const marked = await attempt(
        desk.run(async (sheet, context) => {
          const format = sheet.getRange('A1').conditionalFormats.add(Excel.ConditionalFormatType.custom);
          format.custom.rule.formula = rule;
          await context.sync();
        }),
      );
      return desk.run(async (sheet, context) => {
        const { protection } = sheet;
        protection.load('protected');
        const range = sheet.getRange('A1:B1').load('values,format/protection/locked');
        await context.sync();
        const state = [protection.protected, range.values, range.format.protection.locked];
        protection.unprotect();
        await context.sync();
        return { locked, unlocked, marked, state };
      });
    },
  },
  {
    name: 'comments',
    question: '批注：加、再加到同一格、列出、位置',
    needs: '1.10',
    async ask({ run, sheetName }) {
      const add = (content: string): Promise<void> =>
        run(async (_, context) => {
          context.workbook.comments.add(`'${sheetName}'!B2`, content);
          await context.sync();
        });
      const added = [await attempt(add('【录制】一')), await attempt(add('【录制】二'))];
      const listed = await run(async (sheet, context) => {
        const comments = sheet.comments.load('items/content,items/resolved');
        await context.sync();
        const places = comments.items.map((comment) => comment.getLocation().load('address'));
        await context.sync();
        return comments.items.map(({ content }, index) => [content, places[index]?.address]);
      });
      return [added, listed];
    },
  },
  {
    name: 'settings',
    question: '工作簿里保存的小段文字，短的和 90 KB 的，读回是不是原样',
    needs: '1.4',
    async ask({ workbook }) {
      const answers = [];
      for (const text of ['【录制】短', '长'.repeat(30_000)]) {
        const kept = told(await workbook.remember('recorder', text));
        const back = await workbook.recall('recorder');
        answers.push([kept, back.ok && back.value === text]);
      }
      answers.push(told(await workbook.remember('recorder', null)), told(await workbook.recall('recorder')));
      return answers;
    },
  },
  {
    name: 'events-of-own-writes',
    question: '自己写入之后来不来事件，说是谁写的、写了哪里',
    needs: '1.7',
    async ask({ run, untilEventsCame }) {
      const seen: unknown[] = [];
      const handler = await run(async (sheet, context) => {
        const added = sheet.onChanged.add((event) => {
          seen.push([event.address, event.changeType, event.source, event.triggerSource]);
          return Promise.resolve();
        });
        await context.sync();
        return added;
      });
      await run(async (sheet, context) => {
        sheet.getRange('A1').values = [[1]];
        sheet.getRange('B2:C3').values = [
          [1, 2],
          [3, 4],
        ];
        await context.sync();
      });
      await untilEventsCame();
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
      return seen;
    },
  },
  {
    name: 'hidden-rows',
    question: '隐藏的行：整块读值时在不在，怎样知道哪行隐藏',
    needs: '1.9',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        const range = sheet.getRange('A1:A3');
        range.values = [[1], [2], [3]];
        sheet.getRange('2:2').rowHidden = true;
        range.load('values,rowHidden');
        const rows = range.getRowProperties({ rowHidden: true });
        await context.sync();
        return [range.values, range.rowHidden, rows.value.map((row) => row.rowHidden)];
      }),
  },
  {
    name: 'what-is-not-there',
    question: '不存在的工作表和地址，错误代码各是什么',
    needs: '1.4',
    async ask({ run }) {
      const sheet = (name: string): Promise<void> =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).load('name');
          await context.sync();
        });
      const range = (address: string): Promise<void> =>
        run(async (own, context) => {
          own.getRange(address).load('values');
          await context.sync();
        });
      return [
        await attempt(sheet('没有这张表')),
        await attempt(range('不是地址')),
        await attempt(range('ZZZZ1')),
        await attempt(range('A1048577')),
      ];
    },
  },
  {
    name: 'spilling-formula',
    question: '动态数组公式：溢出区域怎样认出，写进去会怎样',
    needs: '1.12',
    async ask(desk) {
      await desk.run(async (sheet, context) => {
        sheet.getRange('A1').formulas = [['=SEQUENCE(3)']];
        await context.sync();
      });
      const read = (): Promise<unknown> =>
        desk.run(async (sheet, context) => {
          const ranges = ['A1', 'A2', 'A1:A4'].map((address) =>
            sheet.getRange(address).load('hasSpill,values,formulas'),
          );
          await context.sync();
          return ranges.map(({ formulas, hasSpill, values }) => [hasSpill, values, formulas]);
        });
      const before = await read();
      return [before, await attempt(putAndRead(desk, 'A2', [[9]])), await read()];
    },
  },
  {
    name: 'sheet-in-front',
    question: '把自己的表切到前面、选中一格，读到的选区是什么',
    needs: '1.7',
    async ask({ sheetId, workbook }) {
      return [told(await workbook.reveal(sheetId, fromA1('C4'))), told(await workbook.selection())];
    },
  },
  {
    name: 'large-read',
    question: '读 200 行 30 列要多久（看毫秒数）',
    needs: '1.7',
    ask: ({ run }) =>
      run(async (sheet, context) => {
        const range = sheet.getRange('A1:AD200');
        range.values = Array.from({ length: 200 }, (_, row) =>
          Array.from({ length: 30 }, (__, place) => (place % 2 === 0 ? row + place : `第${row}行的三级指标及其指标值`)),
        );
        await context.sync();
        const read = sheet.getRange('A1:AD200').load('values,formulas,text,valueTypes,numberFormat');
        await context.sync();
        return [read.values.length, read.text[199]?.[29]];
      }),
  },
  {
    name: 'product-review',
    question: '本工具从头到尾：复核、写入、标记、读回、撤销、移除标记',
    needs: '1.13',
    async ask(desk) {
      const { sheetId, workbook } = desk;
      await putForm(desk);
      const review = valueOf(
        await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '').review(sheetId),
      );
      const form = review.forms[0];
      if (!form) throw new Error('The form was not found');
      const editIds = form.plan.edits.map(({ id }) => id);
      const applied = valueOf(
        await applyAndRecord(workbook, form.plan, { editIds, marks: true }, '2020-01-01T00:00:00.000Z', ownSeal),
      );
      const listed = valueOf(await listApplied(workbook, ownSeal));
      const entry = listed.state === 'readable' ? listed.entries[0]?.entryId : undefined;
      const reverted = told(await revertApply(workbook, entry ?? '', ownSeal));
      return {
        findings: form.findings.map(({ cells, check }) => [check, cells]),
        applied: { results: applied.results, marked: applied.marked, record: applied.record.kind },
        reverted,
        unmarked: told(await workbook.unmark(sheetId)),
      };
    },
  },
  {
    name: 'product-sheet-of-its-own',
    question: '本工具自己的工作表：新建、再写一遍是不是同一张',
    needs: '1.9',
    async ask({ workbook }) {
      const paper = { name: '录制的报告', boldRows: [0], columnWidths: [12, 24] };
      const write = async (rows: readonly (readonly string[])[]): Promise<string> =>
        valueOf(await workbook.writeSheet({ ...paper, rows })).name;
      const names = [await write([['标题'], ['一', '=1+1']]), await write([['标题'], ['二']])];
      return Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(names[1] ?? '').getUsedRange(true);
        const content = contentOf(range);
        await context.sync();
        return [names, content()];
      });
    },
  },
  ...asExcelIsScenarios,
];
