/** Numbers of the events that are sent, as the library has them. */
export const eventTypes = { changed: 10, activated: 11, deactivated: 12, selectionChanged: 14 } as const;

/** The target of events that are listened to for the whole workbook. */
export const workbookTarget = 'Workbook';
