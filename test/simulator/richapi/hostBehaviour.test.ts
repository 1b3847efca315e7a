/** What the simulated Excel does beside answering: levels, unknown members, events, counts, faults. */
import { errorOf, formSheet, startWith, stopAll, plainWorkbook } from './support';

afterEach(stopAll);

type Started = Awaited<ReturnType<typeof startWith>>;

const read = ({ Excel }: Started, address = 'B3'): Promise<unknown> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('自评表').getRange(address);
    range.load('values');
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });

/** Writes 1, 2 and 3 into E1, E2 and E3 in one batch. */
const writeThree = ({ Excel }: Started): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('自评表');
    [1, 2, 3].forEach((value) => {
      sheet.getRange(`E${value}`).values = [[value]];
    });
    await context.sync();
  });

const written = ({ workbook }: Started): unknown[] =>
  [0, 1, 2].map((row) => workbook.sheet('自评表')?.valueAt({ row, column: 4 }));

describe('what is not there', () => {
  it('answers with its own name', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const charted = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').charts.getCount();
      await context.sync();
    });
    expect(await errorOf(charted)).toMatchObject({
      code: 'ApiNotFound',
      message: 'Worksheet.charts is not simulated',
    });
    const linked = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').getRange('A1').load('hyperlink');
      await context.sync();
    });
    expect(await errorOf(linked)).toMatchObject({ code: 'ApiNotFound', location: 'Range.hyperlink' });
  });

  it.each([
    ['1.13', true],
    ['1.9', false],
  ])('with ExcelApi %s, merged areas are answered: %p', async (level, isAnswered) => {
    const { Excel, Office } = await startWith(plainWorkbook(formSheet), { level });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(isAnswered);
    const work = Excel.run(async (context) => {
      const areas = context.workbook.worksheets.getItem('自评表').getRange('A1:C5').getMergedAreasOrNullObject();
      areas.load('areaCount');
      await context.sync();
      return areas.areaCount;
    });
    if (isAnswered) expect(await work).toBe(2);
    else {
      expect(await errorOf(work)).toMatchObject({
        code: 'ApiNotFound',
        message: 'Range.getMergedAreasOrNullObject needs ExcelApi 1.13',
      });
    }
  });

  it('stays unread until it is loaded, as the real client demands', async () => {
    const { Excel } = await startWith(plainWorkbook(formSheet));
    const work = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('自评表').getRange('A1');
      await context.sync();
      return range.values;
    });
    expect(await errorOf(work)).toMatchObject({ code: 'PropertyNotLoaded' });
  });
});

describe('events', () => {
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

  it('tell of a user’s edit, with who did it', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet));
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add((event) => {
        heard.push(event);
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    workbook.edit('{form}', 'B3', 12);
    workbook.edit('{form}', 'B4', 13, 'co-author');
    await settled();
    expect(heard).toMatchObject([
      { type: 'WorksheetChanged', worksheetId: '{form}', address: 'B3', source: 'Local', triggerSource: 'Unknown' },
      { address: 'B4', source: 'Remote' },
    ]);
    expect(heard[0]?.details).toMatchObject({ valueBefore: 10, valueAfter: 12 });
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    workbook.edit('{form}', 'B3', 14);
    await settled();
    expect(heard).toHaveLength(2);
  });

  it('mark what the add-in wrote itself, and come after the answer', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    const heard: unknown[] = [];
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('自评表').onChanged.add((event) => {
        heard.push([event.address, event.triggerSource]);
        return Promise.resolve();
      });
      await context.sync();
    });
    await writeThree(excel);
    await settled();
    expect(heard).toEqual([
      ['E1', 'ThisLocalAddin'],
      ['E2', 'ThisLocalAddin'],
      ['E3', 'ThisLocalAddin'],
    ]);
  });

  it('tell which sheet came to the front and what was selected', async () => {
    const { Excel, workbook } = await startWith(plainWorkbook(formSheet, { id: '{2}', name: '二' }));
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onActivated.add((event) => {
        heard.push(['in front', event.worksheetId]);
        return Promise.resolve();
      });
      worksheets.onSelectionChanged.add((event) => {
        heard.push(['selected', event.address]);
        return Promise.resolve();
      });
      await context.sync();
    });
    workbook.select('{2}', { top: 1, left: 1, bottom: 1, right: 2 });
    await settled();
    expect(heard).toEqual([
      ['in front', '{2}'],
      ['selected', 'B2:C2'],
    ]);
  });
});

describe('counts', () => {
  it('know batches, bytes both ways and which of them write; clean-ups are apart', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    await read(excel);
    await writeThree(excel);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const counts = excel.host.counts();
    expect(counts.batches.map(({ writes, outcome }) => [writes, outcome])).toEqual([
      [false, 'ok'],
      [true, 'ok'],
    ]);
    expect(counts.cleanUps).toHaveLength(2);
    expect(counts.bytesIn).toBeGreaterThan(500);
    expect(counts.bytesOut).toBe(counts.batches.reduce((sum, { bytesOut }) => sum + bytesOut, 0));
    excel.host.resetCounts();
    expect(excel.host.counts().batches).toEqual([]);
  });
});

describe('faults', () => {
  it.each([
    ['cell-editing', 'InvalidOperationInCellEditMode'],
    ['no-capability', 'AccessDenied'],
    ['session-lost', 'InvalidOrTimedOutSession'],
    ['busy', 'ActivityLimitReached'],
    ['request-too-large', 'RequestPayloadSizeLimitExceeded'],
  ] as const)('%s reaches the add-in as %s, and nothing was done', async (what, code) => {
    const excel = await startWith(plainWorkbook(formSheet));
    excel.host.faults.lay({ when: 1, what });
    expect(await errorOf(writeThree(excel))).toMatchObject({ code });
    expect(written(excel)).toEqual([null, null, null]);
    expect(excel.host.faults.pending).toBe(0);
    await writeThree(excel);
    expect(written(excel)).toEqual([1, 2, 3]);
  });

  it('an answer that is too large leaves everything done', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    excel.host.faults.lay({ when: ({ writes }) => writes, what: 'response-too-large' });
    await read(excel);
    expect(await errorOf(writeThree(excel))).toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
    expect(written(excel)).toEqual([1, 2, 3]);
  });

  it('a session lost in the middle leaves what was done before', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    excel.host.faults.lay({ when: ({ writes }) => writes, what: 'session-lost', afterActions: 10 });
    expect(await errorOf(writeThree(excel))).toMatchObject({ code: 'InvalidOrTimedOutSession' });
    const [first, , last] = written(excel);
    expect([first, last]).toEqual([1, null]);
  });

  it('any error code can strike, before or after some actions, and as often as wanted', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    excel.host.faults.lay({ when: () => true, what: { code: 'ItemNotFound' }, times: 2 });
    expect(await errorOf(read(excel))).toMatchObject({ code: 'ItemNotFound' });
    expect(await errorOf(read(excel))).toMatchObject({ code: 'ItemNotFound' });
    expect(await read(excel)).toBe(10);
    excel.host.faults.lay({ when: 1, what: { code: 'AccessDenied' }, afterActions: Infinity });
    expect(await errorOf(writeThree(excel))).toMatchObject({ code: 'AccessDenied' });
    expect(written(excel)).toEqual([1, 2, 3]);
  });

  it('a slow answer comes late, one that never comes does not hold up the next', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    excel.host.faults.lay({ when: 1, what: { slow: 60 } });
    const start = Date.now();
    expect(await read(excel)).toBe(10);
    expect(Date.now() - start).toBeGreaterThanOrEqual(55);
    excel.host.faults.lay({ when: 1, what: 'never-answers' });
    const outcome = await Promise.race([
      read(excel).then(() => 'answered'),
      new Promise((resolve) => setTimeout(() => resolve('silence'), 50)),
    ]);
    expect(outcome).toBe('silence');
    expect(await read(excel)).toBe(10);
  });

  it('a user who types makes batches fail, and those wait that ask for it', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    excel.host.startCellEditing();
    expect(await errorOf(read(excel))).toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    let isRead = false;
    const waiting = excel.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load('name');
      await context.sync();
      isRead = true;
      return context.workbook.name;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isRead).toBe(false);
    excel.host.stopCellEditing();
    expect(await waiting).toBe('表.xlsx');
  });

  it('a user can change a cell between two batches', async () => {
    const excel = await startWith(plainWorkbook(formSheet));
    const stop = excel.host.beforeEachBatch(({ number }, workbook) => {
      if (number === 2 || number === 3) workbook.edit('{form}', 'B3', 99);
    });
    expect([await read(excel), await read(excel)]).toEqual([expect.anything(), 99]);
    stop();
  });
});
