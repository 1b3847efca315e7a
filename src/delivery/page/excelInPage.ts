/**
 * Bundled and run in the pane's page before anything of the page itself: gives a shipped pane a simulated Excel without
 * changing a byte of what is served. Writes down every breach of the page's policy.
 */
import { samples } from '../../demo/samples/samples';
import { installExcel } from '../../simulator/browser/installExcel';
import { SimulatedWorkbook } from '../../simulator/model';

/** What the page did that its policy forbids, such as "connect-src https://example.com/". */
interface Breach {
  readonly directive: string;
  readonly blocked: string;
  /** The start of the text that a sink was given; only where the policy asks for it. */
  readonly sample: string;
  /** False: only reported, for the test to look at. */
  readonly enforced: boolean;
}

declare global {
  interface Window {
    delivery?: { readonly breaches: readonly Breach[]; readonly cell: (address: string) => unknown };
  }
}

if (window.location.pathname.endsWith('/taskpane.html')) {
  const breaches: Breach[] = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    breaches.push({
      directive: event.effectiveDirective,
      blocked: event.blockedURI,
      sample: event.sample,
      enforced: event.disposition === 'enforce',
    }),
  );
  const sample = samples[0];
  if (!sample) throw new Error('There is no sample');
  const workbook = SimulatedWorkbook.fromPlain(sample.workbook);
  installExcel(window, workbook);
  const cell = (address: string): unknown => {
    const plain = workbook.toPlain();
    return plain.sheets.find(({ id }) => id === workbook.activeSheet.id)?.cells?.[address]?.value;
  };
  window.delivery = { breaches, cell };
}
