/** What can be chosen about a simulated Excel. */
export interface ExcelOptions {
  /** The highest ExcelApi set that it reports and answers, such as "1.9" or "1.13"; "1.15" when left out. */
  readonly level?: string;
  /** Language of the user interface; "zh-CN" when left out. */
  readonly locale?: string;
  /** Whether Office shows itself in its black theme; the colourful one when left out. */
  readonly isDark?: boolean;
  /** Milliseconds that every answer takes; 0 when left out. */
  readonly answerAfter?: number;
}
