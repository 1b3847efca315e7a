/** By which column the forms of a session stand: a part of the pane's state, and so without what a row needs. */

/** The columns, as they stand. */
export const sessionColumns = ['name', 'stated', 'reviewed', 'P0', 'P1', 'P2', 'open', 'state'] as const;
export type SessionColumn = (typeof sessionColumns)[number];

/** By which column the rows stand; null: as they came. */
export interface SessionOrder {
  readonly column: SessionColumn | null;
  readonly isDescending: boolean;
}

export const asTheyCame: SessionOrder = { column: null, isDescending: false };

/** What a click on the head of a column makes of the order: figures from the greatest, then the other way, then as they came. */
export function nextOrder(order: SessionOrder, column: SessionColumn): SessionOrder {
  const first = column !== 'name' && column !== 'state';
  if (order.column !== column) return { column, isDescending: first };
  return order.isDescending === first ? { column, isDescending: !first } : asTheyCame;
}
