/** Threaded comments: of the workbook or of one sheet. */
import type { CellRef } from '../../../core/sheet/cellRef';
import { sameCell } from '../../../core/sheet/cellRef';
import { areaOfCell, parseAddress } from '../../model/areas';
import type { Comment, SimulatedSheet } from '../../model/sheet';
import { textOf, truthOf, type Arguments } from '../arguments';
import { ExcelCollection, ExcelObject, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { HostError } from '../hostError';
import { RangeObject } from './range';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

/** The longest comment. */
const contentLimit = 32_767;

interface Spot {
  readonly sheet: SimulatedSheet;
  readonly cell: CellRef;
}

export class CommentCollectionObject extends ExcelCollection {
  override readonly type: ObjectType = commentCollectionType;

  constructor(
    host: Surroundings,
    /** null: the comments of the whole workbook. */
    readonly handle: SheetHandle | null,
  ) {
    super(host);
  }

  get sheets(): readonly SimulatedSheet[] {
    return this.handle === null ? this.workbook.sheets : [sheetStillThere(this, this.handle, this.type.name)];
  }

  override items(): readonly CommentObject[] {
    return this.sheets.flatMap(({ id: sheetId, comments }) =>
      comments.map(({ id }) => new CommentObject(this.host, { sheetId }, id)),
    );
  }

  override item(key: unknown, location: string): CommentObject {
    const item = this.items().find(({ id }) => id === key);
    if (item === undefined) throw new HostError('ItemNotFound', location);
    return item;
  }

  /** The cell that an address or a range names; of a larger range, the first one is refused as Excel does. */
  spot(given: Arguments): Spot {
    const value = given.any(0);
    if (value instanceof RangeObject) {
      const { area, sheet } = value;
      if (area.top !== area.bottom || area.left !== area.right) given.refuse();
      return { sheet, cell: { row: area.top, column: area.left } };
    }
    const address = given.text(0);
    try {
      const { sheet: name, area } = parseAddress(address);
      const sheet = name === null ? this.sheets[0] : this.workbook.sheet(name);
      if (sheet === null || sheet === undefined || (name === null && this.handle === null)) given.refuse();
      return { sheet, cell: { row: area.top, column: area.left } };
    } catch (error) {
      if (error instanceof RangeError) given.refuse();
      throw error;
    }
  }

  add(given: Arguments): CommentObject {
    const { sheet, cell } = this.spot(given);
    const content = given.text(1);
    if (content === '' || content.length > contentLimit) given.refuse();
    if (sheet.protection !== null && !sheet.protection.allowEditObjects)
      throw new HostError('AccessDenied', given.location);
    if (sheet.comments.some((comment) => sameCell(comment.cell, cell))) given.refuse();
    const id = this.workbook.nextId('C');
    sheet.comments = [...sheet.comments, { id, cell, content, author: 'Demo User', isResolved: false }];
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
    return new CommentObject(this.host, { sheetId: sheet.id }, id);
  }
}

const commentCollectionType = typeOf<CommentCollectionObject>('CommentCollection', ({ method, action, seen }) => ({
  add: seen(action('1.10', (comments, given) => comments.add(given))),
  getCount: method('1.10', (comments) => comments.items().length),
  getItem: method('1.10', (comments, given) => comments.item(given.text(0), given.location)),
  getItemAt: method('1.10', (comments, given) => comments.items()[given.whole(0)] ?? given.refuse()),
  getItemByCell: method('1.10', (comments, given) => {
    const { sheet, cell } = comments.spot(given);
    const comment = sheet.comments.find((other) => sameCell(other.cell, cell));
    if (comment === undefined) throw new HostError('ItemNotFound', given.location);
    return new CommentObject(comments.host, { sheetId: sheet.id }, comment.id);
  }),
  getItemOrNullObject: method(
    '1.14',
    (comments, given) => comments.items().find(({ id }) => id === given.text(0)) ?? null,
  ),
}));

export class CommentObject extends ExcelObject {
  override readonly type: ObjectType = commentType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly id: string,
  ) {
    super(host);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get comment(): Comment {
    const sheet = sheetStillThere(this, this.handle, this.type.name);
    const comment = sheet.comments.find(({ id }) => id === this.id);
    if (comment === undefined) throw new HostError('ItemNotFound', this.type.name);
    return comment;
  }

  replace(next: Comment | null, location: string): void {
    const sheet = sheetStillThere(this, this.handle, location);
    if (sheet.protection !== null && !sheet.protection.allowEditObjects) throw new HostError('AccessDenied', location);
    const { comment } = this;
    sheet.comments = sheet.comments.flatMap((other) => (other !== comment ? [other] : next === null ? [] : [next]));
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }
}

const commentType = typeOf<CommentObject>('Comment', ({ property, method, action, seen }) => ({
  id: seen(property('1.10', ({ id }) => id)),
  content: property(
    '1.10',
    ({ comment }) => comment.content,
    (self, value, location) => self.replace({ ...self.comment, content: textOf(value, location) }, location),
  ),
  authorName: property('1.10', ({ comment }) => comment.author),
  resolved: property(
    '1.11',
    ({ comment }) => comment.isResolved,
    (self, value, location) => self.replace({ ...self.comment, isResolved: truthOf(value, location) }, location),
  ),
  getLocation: method('1.10', ({ host, handle, comment }) => new RangeObject(host, handle, areaOfCell(comment.cell))),
  delete: action('1.10', (self, given) => {
    self.replace(null, given.location);
    return null;
  }),
}));
