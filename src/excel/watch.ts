/** Tells of changes that others make; what this add-in writes itself is passed over. */
import { succeeded } from '../port/outcome';
import type { Outcome, SheetChange } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { inContextOf, inExcel } from './inExcel';

/** Remembers what this add-in wrote, for versions of Excel that do not say who changed a cell. */
export interface OwnWrites {
  /** An area is about to be written. */
  expect(sheetId: string, address: string): void;
  /** Whether a change is one that was expected; each is expected once. */
  take(sheetId: string, address: string): boolean;
  /** Nothing is under way any more. */
  forget(): void;
}

/** Makes the memory of own writes. */
export function createOwnWrites(): OwnWrites {
  let expected = new Set<string>();
  const keyOf = (sheetId: string, address: string): string => `${sheetId}!${address}`;
  return {
    expect: (sheetId, address) => {
      expected.add(keyOf(sheetId, address));
    },
    take: (sheetId, address) => expected.delete(keyOf(sheetId, address)),
    forget: () => {
      expected = new Set();
    },
  };
}

/** Watches every sheet until the returned function is called. */
export function watchSheets(
  ownWrites: OwnWrites,
  onChange: (change: SheetChange) => void,
): Promise<Outcome<() => void>> {
  return inExcel({ sheet: null }, async (context) => {
    const saysWho = isLevelSupported('1.14');
    const handler = context.workbook.worksheets.onChanged.add((event) => {
      const { worksheetId, address } = event;
      const isOwn = saysWho
        ? event.triggerSource === Excel.EventTriggerSource.thisLocalAddin
        : event.source === Excel.EventSource.local && ownWrites.take(worksheetId, address);
      if (!isOwn) onChange({ sheetId: worksheetId, address: address === '' ? null : address });
      return Promise.resolve();
    });
    await context.sync();
    return succeeded(() => {
      // A connection that broke has no handlers left either, so a fault here leaves nothing behind.
      void inContextOf(handler.context, async (later) => {
        handler.remove();
        await later.sync();
        return succeeded(null);
      });
    });
  });
}
