/** Prints an error for whoever looks into the console; the only use of the Office helpers, loaded when needed. */

/** Logs an error with everything that Excel says about it; outside a page there is no console to look into. */
export async function logDiagnostics(error: unknown): Promise<void> {
  if (typeof window === 'undefined') return;
  const { Utilities } = await import(/* webpackChunkName: "office-js-helpers" */ '@microsoft/office-js-helpers');
  Utilities.log(error instanceof Error ? error : String(error));
}
