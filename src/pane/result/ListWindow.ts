/** What of a long list is on the screen, and how high its rows are: watched outside of React, which only asks. */
import { flushSync } from 'react-dom';
import { type Stretch, topsOf } from './rowPlaces';

/** How far beyond the screen rows are drawn, and when only how much of that is left more are, in pixels. */
const usual = { around: 500, least: 300 };
/** The same while the list is thrown: nobody sees what flies by beyond the screen. */
const thrown = { around: 100, least: 0 };
/** How long the list must not have jumped to count as lying still, in milliseconds. */
const rest = 120;

const nothing = (): void => undefined;

/** One moment of the window; another object after every change. */
export interface Moment {
  /** What is drawn. */
  readonly drawn: Stretch;
  /** The height of a row in pixels, guessed until it was drawn once. */
  readonly heightOf: (row: object) => number;
}

/** The window of one list inside the <main> that scrolls. */
export class ListWindow {
  private readonly heights = new WeakMap<object, number>();
  private readonly rowOf = new WeakMap<Element, object>();
  private readonly refs = new WeakMap<object, (element: HTMLElement | null) => () => void>();
  private rows: readonly object[] = [];
  private current = 0;
  private isPrinting = false;
  private list: HTMLElement | null = null;
  private screen: HTMLElement | null = null;
  private listener = nothing;
  private look = 0;
  /** What was looked at when somebody scrolled last: the screen's upper edge, counted from the list's top. */
  private seen = 0;
  private flight: ReturnType<typeof setTimeout> | undefined;
  private moment: Moment;
  private readonly sizes = new ResizeObserver((entries) => this.resized(entries));

  /** Both in pixels; `guessed`: what a row is taken for until it was measured. */
  constructor(
    private readonly gap: number,
    private readonly guessed: number,
  ) {
    this.moment = this.momentOf({ top: 0, bottom: 2 * usual.around });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listener = listener;
    return () => {
      this.listener = nothing;
    };
  };

  readonly now = (): Moment => this.moment;

  /** For the element that holds all rows. */
  readonly attach = (list: HTMLElement | null): (() => void) => {
    const screen = list?.closest('main') ?? null;
    this.list = list;
    this.screen = screen;
    screen?.addEventListener('scroll', this.follow, { passive: true });
    if (screen) this.sizes.observe(screen);
    window.addEventListener('beforeprint', this.drawAll);
    window.addEventListener('afterprint', this.printed);
    return () => {
      screen?.removeEventListener('scroll', this.follow);
      window.removeEventListener('beforeprint', this.drawAll);
      window.removeEventListener('afterprint', this.printed);
      this.sizes.disconnect();
      clearTimeout(this.flight);
      cancelAnimationFrame(this.look);
      this.flight = undefined;
      this.list = null;
      this.screen = null;
    };
  };

  /** For the element of a row; the same for the same row. */
  readonly measure = (row: object): ((element: HTMLElement | null) => () => void) => {
    const known = this.refs.get(row);
    if (known) return known;
    const made = (element: HTMLElement | null): (() => void) => {
      if (!element) return nothing;
      this.rowOf.set(element, row);
      this.sizes.observe(element);
      return () => this.sizes.unobserve(element);
    };
    this.refs.set(row, made);
    return made;
  };

  /** Tells of the rows that were drawn and which has the keyboard; to be called after every drawing. */
  readonly arrange = (rows: readonly object[], current: number): void => {
    this.rows = rows;
    this.current = current;
    // What was drawn may have moved the screen. The next look waits for a frame, as React draws only so often in one.
    cancelAnimationFrame(this.look);
    this.look = requestAnimationFrame(this.follow);
  };

  /** Where the screen begins and ends, counted from the list's top; null while the list is not on a page. */
  private onScreen(): Stretch | null {
    if (!this.list || !this.screen) return null;
    const top = this.screen.getBoundingClientRect().top - this.list.getBoundingClientRect().top;
    return { top, bottom: top + this.screen.clientHeight };
  }

  /**
   * What was looked at before rows changed their heights. A list that is at its end and gets shorter is moved up by the
   * browser itself, before anybody hears of the new heights; that is nobody's scrolling.
   */
  private lookedAt(screen: Stretch): Stretch {
    const isAtEnd =
      this.screen !== null && this.screen.scrollTop + this.screen.clientHeight >= this.screen.scrollHeight - 1;
    if (!isAtEnd || screen.top > this.seen) this.seen = screen.top;
    return { top: this.seen, bottom: this.seen + screen.bottom - screen.top };
  }

  private readonly follow = (): void => {
    const screen = this.onScreen();
    if (!screen || this.isPrinting) return;
    this.lookedAt(screen);
    const { bottom, top } = this.moment.drawn;
    if (screen.top > bottom || screen.bottom < top) this.fly();
    const { around, least } = this.flight === undefined ? usual : thrown;
    const suffices = top <= Math.max(screen.top - least, 0) && bottom >= screen.bottom + least;
    const wastes = bottom - top > screen.bottom - screen.top + 4 * usual.around;
    if (suffices && !wastes) return;
    this.change({ top: screen.top - around, bottom: screen.bottom + around });
  };

  private fly(): void {
    clearTimeout(this.flight);
    this.flight = setTimeout(() => {
      this.flight = undefined;
      this.follow();
    }, rest);
  }

  private readonly drawAll = (): void => {
    this.isPrinting = true;
    // The browser takes the page as it is when this returns.
    flushSync(() => this.change({ top: -Infinity, bottom: Infinity }));
  };

  private readonly printed = (): void => {
    this.isPrinting = false;
    this.follow();
  };

  /** What must not move: the row with the keyboard where it is on the screen, else the screen's upper edge. */
  private fixedLine(tops: readonly number[], screen: Stretch): number {
    const top = tops[this.current] ?? 0;
    const isHeld = this.list?.contains(document.activeElement) === true && top >= screen.top && top < screen.bottom;
    return isHeld ? top : screen.top;
  }

  private resized(entries: readonly ResizeObserverEntry[]): void {
    const screen = this.onScreen();
    if (!screen) return;
    const looked = this.lookedAt(screen);
    const tops = topsOf(this.rows.map(this.moment.heightOf), this.gap);
    const line = this.fixedLine(tops, looked);
    let above = 0;
    let hasChanged = false;
    for (const { borderBoxSize, target } of entries) {
      const row = this.rowOf.get(target);
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (!row || height === 0 || this.heights.get(row) === height) continue;
      const end = tops[this.rows.indexOf(row) + 1] ?? Infinity;
      if (end <= line) above += height - this.moment.heightOf(row);
      this.heights.set(row, height);
      hasChanged = true;
    }
    if (hasChanged) flushSync(() => this.change(this.moment.drawn));
    // What the user looks at stays where it is while heights above it become known.
    this.showFrom(looked.top + above);
    this.follow();
  }

  /** Brings a line of the list, counted in pixels from its top, to the screen's upper edge. */
  private showFrom(line: number): void {
    const screen = this.onScreen();
    if (!screen || !this.screen || screen.top === line) return;
    this.screen.scrollTop += line - screen.top;
    this.seen = this.onScreen()?.top ?? line;
  }

  private momentOf(drawn: Stretch): Moment {
    return { drawn, heightOf: (row) => this.heights.get(row) ?? this.guessed };
  }

  private change(drawn: Stretch): void {
    this.moment = this.momentOf(drawn);
    this.listener();
  }
}
