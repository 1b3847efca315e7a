/** What a recording holds: how one Excel answered every scenario, and the batches that went to and fro meanwhile. */

/** One batch as office.js sent it, and what came back. */
export interface Batch {
  readonly request: unknown;
  /** The answer of Excel, or the code with which the connection refused the batch. */
  readonly response: unknown;
}

/** How a scenario ended. */
export type Ending =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** Excel refused something that the scenario takes for granted. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This Excel lacks the ExcelApi set. */
  | { readonly kind: 'skipped'; readonly needs: string }
  /** A defect of the scenario or of the product, with its message. */
  | { readonly kind: 'broken'; readonly message: string };

/** An error of Excel: its code and where in the request it struck; its message depends on the language. */
export interface Refusal {
  readonly code: string;
  readonly location: string | null;
}

/** One scenario as it went. */
export interface RecordedScenario {
  readonly name: string;
  readonly ending: Ending;
  /** How long it took; never compared. */
  readonly milliseconds: number;
  readonly batches: readonly Batch[];
}

/** The whole recording. */
export interface Recording {
  readonly recording: 1;
  /** Version of this add-in. */
  readonly version: string;
  /** What Office says of itself. */
  readonly office: Readonly<Record<string, string>>;
  readonly scenarios: readonly RecordedScenario[];
}

/**
 * Reads the text of a recording.
 *
 * @throws {SyntaxError} when it is none, or one of another version of the recorder.
 */
export function parseRecording(text: string): Recording {
  const parsed = JSON.parse(text) as Partial<Recording> | null;
  if (parsed?.recording !== 1 || !Array.isArray(parsed.scenarios)) throw new SyntaxError('不是录制结果（recording 1）');
  return parsed as Recording;
}
