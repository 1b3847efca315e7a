/** Every error code of the Excel interface and the host fault it is; messages are never shown. */
import type { HostFault } from '../port/workbook';

/** What the caller knows about the call that failed. */
export interface CallContext {
  /** Id or name of the sheet that was asked for; null where none was. */
  readonly sheet: string | null;
  /** Whether the sheet in front was asked for. */
  readonly isOfFront?: boolean;
  /** Whether the sheet is known to be protected. */
  readonly isProtected?: boolean;
}

/** The interface that everything here needs; the rest degrades. */
export const neededLevel = '1.13';

const tooOld: HostFault = { kind: 'too-old', needs: `ExcelApi ${neededLevel}` };

/** The fault of an error code (Office add-ins documentation, "Error handling with the application-specific APIs"). */
export function faultOfCode(code: string, { isOfFront = false, isProtected = false, sheet }: CallContext): HostFault {
  switch (code) {
    case 'InvalidOperationInCellEditMode':
      return { kind: 'cell-being-edited' };
    case 'AccessDenied':
      return isProtected ? { kind: 'sheet-protected', sheet: sheet ?? '' } : { kind: 'read-only' };
    case 'ItemNotFound':
      // A chart sheet in front is none of the worksheets. Whether a sheet that was named is missing cannot be told from
      // the code: a conditional format that Excel lost says the same.
      return isOfFront ? { kind: 'sheet-without-cells' } : { kind: 'unexpected', code };
    case 'FilteredRangeConflict':
      return { kind: 'sheet-filtered', sheet: sheet ?? '' };
    case 'UnsupportedSheet':
      return { kind: 'sheet-without-cells' };
    case 'InactiveWorkbook':
      return { kind: 'other-workbook-active' };
    case 'InvalidSelection':
      return { kind: 'selection-without-cells' };
    case 'ApiNotFound':
    case 'ApiNotAvailable':
    case 'NotImplemented':
    case 'UnsupportedFeature':
    case 'UnsupportedOperation':
      return tooOld;
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
    case 'MemoryLimitReached':
    case 'RangeExceedsLimit':
    case 'OperationCellsExceedLimit':
      return { kind: 'too-large' };
    case 'InvalidOrTimedOutSession':
    case 'Unauthenticated':
      return { kind: 'session-lost' };
    case 'ActivityLimitReached':
    case 'Conflict':
    case 'RequestAborted':
    case 'ServiceNotAvailable':
      return { kind: 'busy' };
    // Codes of interfaces that are not used here, and arguments that should never have been sent.
    case 'BadPassword':
    case 'ContentLengthRequired':
    case 'DirtySupportingFormula':
    case 'EmptyChartSeries':
    case 'FormulaLengthExceedsLimit':
    case 'GeneralException':
    case 'InsertDeleteConflict':
    case 'InvalidArgument':
    case 'InvalidBinding':
    case 'InvalidOperation':
    case 'InvalidReference':
    case 'InvalidRequest':
    case 'ItemAlreadyExists':
    case 'MergedRangeConflict':
    case 'NonBlankCellOffSheet':
    case 'OpenWorkbookLinksBlocked':
    case 'PivotTableRangeConflict':
    case 'PowerQueryRefreshResourceChallenge':
    case 'RangeImageExceedsLimit':
    case 'RefreshWorkbookLinksBlocked':
    case 'UndoNotSupported':
    case 'UnsupportedFillType':
    default:
      return { kind: 'unexpected', code };
  }
}

/** The code of an error that Excel answered; null for anything else, which is a bug and is thrown on. */
export function codeOf(error: unknown): string | null {
  return error instanceof OfficeExtension.Error ? error.code : null;
}

/** Whether the fault is one of the connection, so that nothing else can be had either, whatever is asked for. */
export function isOfConnection(code: string): boolean {
  const kinds: readonly HostFault['kind'][] = ['cell-being-edited', 'session-lost', 'busy', 'other-workbook-active'];
  return kinds.includes(faultOfCode(code, { sheet: null }).kind);
}

/** Whether a host may mean the grouping of undo by it: it says so, or says nothing that anybody could understand. */
export function isAboutUndo(code: string): boolean {
  return ['unexpected', 'too-old'].includes(faultOfCode(code, { sheet: null }).kind);
}
