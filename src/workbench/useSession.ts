/** The batch of files on the page: adds, reviews each in its turn, opens one and puts it away again with its changes. */
import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import { asTheyCame, type SessionOrder } from '../pane/session/sessionOrder';
import { useRaise } from '../pane/useRaise';
import type { MissingFile, PlaceRead, Reopened } from './places';
import type { WorkbenchServices } from './services';
import type { FileInBatch } from '../review/besideFiles';
import type { Outcome } from '../port/workbook';
import type { WorkbookReport } from '../review/reviewWorkbook';
import {
  filesInOrder,
  filesToHold,
  readFiles,
  type SessionItem,
  withChanged,
  withFiles,
  withHeld,
  withItem,
  withReview,
} from './session';
import type { FileActions } from './useFile';

/** Files that were not as they had been, by their paths, and those that could not be opened. */
export interface SinceLast {
  readonly missing: readonly MissingFile[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

const nothingSince: SinceLast = { missing: [], changed: [], added: [] };

/** The batch, and what can be done with it. */
export interface SessionActions {
  readonly items: readonly SessionItem[];
  /** What the batch came to where it was held against an earlier visit. */
  readonly since: SinceLast;
  readonly order: SessionOrder;
  readonly sort: (order: SessionOrder) => void;
  /** Adds files; the one that is open comes along with its changes. */
  readonly add: (read: PlaceRead) => void;
  /** Adds the files of an earlier visit; what was missing until now is missing no more, or again. */
  readonly takeUp: (reopened: Reopened) => void;
  /** Opens a file, on this sheet or on its first one, and puts the open one away. */
  readonly openItem: (id: string, sheetId: string | null) => void;
  /** Puts the open file away and shows the table. */
  readonly showList: () => void;
  /** Saves a copy of every file with changes that are in none. */
  readonly saveAll: () => void;
  /** A copy of the file, as it was then, was saved. */
  readonly saved: (id: string, file: File) => void;
  /** Lets go of all files. */
  readonly end: () => void;
  /** How many files are held against the others, while that is being done; else null. */
  readonly held: number | null;
  /** The files that are reviewed, as they are when it is called. */
  readonly files: () => readonly FileInBatch[];
  /** Calls whenever all files were held against each other anew, until the returned function is called. */
  readonly onHeld: (hear: () => void) => () => void;
}

type Fields = Pick<FileActions, 'file' | 'openNow' | 'putAway' | 'saveFile'>;

/** Reviews what is waiting, one file at a time. */
function useReviews(
  services: WorkbenchServices,
  items: readonly SessionItem[],
  take: (id: string, file: File, outcome: Outcome<WorkbookReport>) => void,
): void {
  const raise = useRaise();
  const isBusy = useRef(false);
  const next = items.find(({ standing }) => standing.kind === 'waiting');
  useEffect(() => {
    if (!next || isBusy.current) return;
    isBusy.current = true;
    const { file, id } = next;
    const review = async (): Promise<void> => {
      const outcome = await services.reviewFile(file);
      isBusy.current = false;
      take(id, file, outcome);
    };
    review().catch(raise);
  }, [services, next, take, raise]);
}

/** Holds the files against each other whenever all are reviewed and one of them is new; yields how far it got. */
function useHolding(
  services: WorkbenchServices,
  items: readonly SessionItem[],
  setItems: Dispatch<SetStateAction<readonly SessionItem[]>>,
  tell: () => void,
): number | null {
  const [done, setDone] = useState<number | null>(null);
  const raise = useRaise();
  useEffect(() => {
    const files = filesToHold(items);
    if (!files) return undefined;
    let isStopped = false;
    const hold = async (): Promise<void> => {
      const reports = await services.holdTogether(files, setDone, () => isStopped);
      if (!reports || isStopped) return;
      setItems((before) => withHeld(before, files, reports));
      tell();
    };
    hold().catch(raise);
    return () => {
      isStopped = true;
      setDone(null);
    };
  }, [services, items, setItems, tell, raise]);
  return done;
}

/** Keeps the batch. */
export function useSession(services: WorkbenchServices, { file, openNow, putAway, saveFile }: Fields): SessionActions {
  const [items, setItems] = useState<readonly SessionItem[]>([]);
  const [since, setSince] = useState(nothingSince);
  const [order, sort] = useState<SessionOrder>(asTheyCame);
  const raise = useRaise();
  // A file that was changed meanwhile is reviewed once more, and what was found in the older one is not its own.
  const change = useCallback((id: string, of: File, part: Partial<SessionItem>) => {
    setItems((before) => {
      const item = before.find((each) => each.id === id);
      return item?.file === of ? withItem(before, id, part) : [...before];
    });
  }, []);
  const take = useCallback((id: string, of: File, outcome: Outcome<WorkbookReport>) => {
    setItems((before) =>
      before.find((each) => each.id === id)?.file === of ? withReview(before, id, outcome) : [...before],
    );
  }, []);
  useReviews(services, items, take);
  const hearing = useRef(new Set<() => void>());
  const tellHeld = useCallback(() => {
    for (const hear of hearing.current) hear();
  }, []);
  const held = useHolding(services, items, setItems, tellHeld);
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  }, [items]);

  /** Closes the open file; a changed one stays in the batch as it is now. */
  const leave = useCallback(async (): Promise<void> => {
    const left = await putAway();
    if (!left) return;
    const { file: changed, isUnsaved, item, origin } = left;
    setItems((before) =>
      item === null
        ? withItem(withFiles(before, [{ file: changed, origin }]), String(before.length), { isUnsaved })
        : withChanged(before, item, { file: changed, isUnsaved }),
    );
  }, [putAway]);

  const open = useCallback(
    async (item: SessionItem, sheetId: string | null): Promise<void> => {
      await leave();
      await openNow(item, { item: item.id, name: item.name, sheetId, isUnsaved: item.isUnsaved });
    },
    [leave, openNow],
  );

  return {
    items,
    since,
    order,
    sort,
    add: useCallback(
      ({ files, missing }) => {
        setSince((before) => ({ ...before, missing: [...before.missing, ...missing] }));
        const alone = file && file.item === null ? file : null;
        leave()
          .then(() => {
            setItems((before) => {
              // What was open alone and unchanged is one of the batch as well.
              const isNew = alone !== null && before.every((each) => each.name !== alone.name);
              return withFiles(before, isNew ? [alone.source, ...files] : files);
            });
          })
          .catch(raise);
      },
      [file, leave, raise],
    ),
    takeUp: useCallback(({ added, changed, files, missing }) => {
      setItems((before) => withFiles(before, files));
      setSince((before) => ({
        missing,
        changed: [...before.changed, ...changed],
        added: [...before.added, ...added],
      }));
    }, []),
    openItem: useCallback(
      (id, sheetId) => {
        const item = items.find((each) => each.id === id);
        // The open file is put away with its changes first, and is another file then.
        if (item && file?.item !== id) open(item, sheetId).catch(raise);
      },
      [items, file, open, raise],
    ),
    showList: useCallback(() => void leave().catch(raise), [leave, raise]),
    saveAll: useCallback(() => {
      for (const { file: changed, id, isUnsaved, name } of items) {
        if (!isUnsaved) continue;
        saveFile(changed, name);
        change(id, changed, { isUnsaved: false });
      }
    }, [items, saveFile, change]),
    saved: useCallback((id, file) => change(id, file, { isUnsaved: false }), [change]),
    end: useCallback(() => {
      setItems([]);
      setSince(nothingSince);
    }, []),
    held,
    files: useCallback(() => readFiles(latest.current), []),
    onHeld: useCallback((hear) => {
      const { current } = hearing;
      current.add(hear);
      return () => current.delete(hear);
    }, []),
  };
}

/** Where the open file stands among the others, as the table is sorted; null where it belongs to no batch. */
export function placeInSession(
  items: readonly SessionItem[],
  order: SessionOrder,
  open: string | null,
): { readonly number: number; readonly ids: readonly string[] } | null {
  const ids = filesInOrder(items, order).map(({ id }) => id);
  const place = open === null ? -1 : ids.indexOf(open);
  return place < 0 ? null : { number: place + 1, ids };
}
