/** Prints an error for whoever looks into the console; the only use of the Office helpers, loaded when needed. */

/** Logs an error with everything that Excel says about it. */
export async function logDiagnostics(error: unknown): Promise<void> {
  const { Utilities } = await import('@microsoft/office-js-helpers');
  Utilities.log(error instanceof Error ? error : String(error));
}
