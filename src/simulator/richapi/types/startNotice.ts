/** The notice that office.js sends when it has started; without an answer the page reports an unhandled error. */
import { ExcelObject, typeOf, type ObjectType } from '../excelObject';

export class StartNoticeObject extends ExcelObject {
  override readonly type: ObjectType = startNoticeType;
}

/** The type name by which the page makes it. */
export const startNoticeName = 'Microsoft.InternalService.AddinInternalService';

const startNoticeType = typeOf<StartNoticeObject>('AddinInternalService', ({ method }) => ({
  notifyActionHandlerReady: method('1.1', () => null),
}));
