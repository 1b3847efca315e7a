/** The place of the pane, which is a React tree of its own and the same that runs in a spreadsheet program. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useRaise } from '../pane/useRaise';
import type { Workbook } from '../port/workbook';
import type { Locale } from '../words/locale';
import type { OpenBatch, WorkbenchServices } from './services';

export interface PaneHostProps {
  readonly services: WorkbenchServices;
  readonly workbook: Workbook;
  /** Which of a batch it is; null: it is open by itself. */
  readonly item: string | null;
  /** The reviewed files of the batch, as they are when it is called; always the same function. */
  readonly files: OpenBatch['files'];
  /** Tells when they were held against each other; always the same function. */
  readonly onHeld: OpenBatch['onHeld'];
  /** The language of the browser; the pane's settings may ask for another. */
  readonly locale: Locale;
  readonly className: string;
}

/** Shows the pane on the workbook; another workbook gets a pane of its own. */
export function PaneHost({ className, files, item, locale, onHeld, services, workbook }: PaneHostProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const raise = useRaise();
  useEffect(() => {
    const element = document.createElement('div');
    element.style.height = '100%';
    place.current?.append(element);
    const batch = item === null ? null : { id: item, files, onHeld };
    const shown = services.showPane(element, { workbook, batch }, locale);
    shown.catch(raise);
    return () => {
      // A tree may not be taken away while another one is being drawn.
      void shown.then((takeAway) => {
        takeAway();
        element.remove();
      });
    };
  }, [services, workbook, item, files, onHeld, locale, raise]);
  return <div ref={place} className={className} />;
}
