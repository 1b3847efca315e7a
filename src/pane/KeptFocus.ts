/** Where the keyboard is inside an element, and where it goes when that goes away; comes once the pane stands. */

/** Names around an element, the innermost first. */
type Trail = readonly string[];

const reachable = 'button, input:not([type=file]), select, textarea, summary, a[href], [tabindex]';

function trailOf(element: Element): Trail {
  const trail: string[] = [];
  for (let part: Element | null = element; part; part = part.parentElement) {
    const name = part.getAttribute('data-place');
    if (name !== null) trail.push(name);
  }
  return trail;
}

/** What takes the keyboard in a part: itself, the current entry of its list, or whatever comes first. */
function targetIn(part: HTMLElement): HTMLElement | null {
  if (part.matches(reachable)) return part;
  return part.querySelector<HTMLElement>('[aria-current=true]') ?? part.querySelector<HTMLElement>(reachable);
}

function targetOf(root: HTMLElement, trail: Trail): HTMLElement | null {
  for (const name of trail) {
    for (const part of root.querySelectorAll<HTMLElement>('[data-place]')) {
      const target = part.getAttribute('data-place') === name ? targetIn(part) : null;
      if (target) return target;
    }
  }
  return null;
}

/** The keyboard inside one element, followed outside of React. */
export class KeptFocus {
  private last: { readonly element: Element | null; readonly trail: Trail } | null = null;
  private left: { readonly trail: Trail; readonly top: number } | null = null;
  private top = 0;
  private isReturning = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly screen: HTMLElement,
  ) {}

  /** Begins to watch; the returned function ends it. */
  watch(): () => void {
    const observer = new MutationObserver(() => this.mend());
    observer.observe(this.root, { childList: true, subtree: true });
    const { activeElement } = document;
    if (activeElement && this.root.contains(activeElement))
      this.last = { element: activeElement, trail: trailOf(activeElement) };
    this.root.addEventListener('focusin', this.took);
    this.root.addEventListener('focusout', this.gaveUp);
    this.screen.addEventListener('scroll', this.scrolled, { passive: true });
    return () => {
      observer.disconnect();
      this.root.removeEventListener('focusin', this.took);
      this.root.removeEventListener('focusout', this.gaveUp);
      this.screen.removeEventListener('scroll', this.scrolled);
    };
  }

  /** A page takes the place of the result. */
  leave(): void {
    this.left = { trail: this.last?.trail ?? [], top: this.top };
    this.screen.scrollTop = 0;
  }

  /** The result is there again. */
  comeBack(): void {
    if (!this.left) return;
    const { top, trail } = this.left;
    this.left = null;
    this.screen.scrollTop = top;
    this.last = { element: null, trail };
    this.isReturning = true;
    this.mend();
  }

  private readonly took = ({ target }: Event): void => {
    if (target instanceof Element) this.last = { element: target, trail: trailOf(target) };
  };

  private readonly gaveUp = ({ target }: Event): void => {
    // The user went elsewhere: nothing is to be brought back. An element that is taken away is still asked for.
    queueMicrotask(() => {
      const { activeElement } = document;
      if (this.last?.element === target && target instanceof Element && target.isConnected && activeElement !== target)
        this.last = null;
    });
  };

  private readonly scrolled = (): void => {
    if (!this.left) this.top = this.screen.scrollTop;
  };

  private mend(): void {
    if (!this.last || this.last.element?.isConnected) return;
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body && activeElement.isConnected) return;
    targetOf(this.root, this.last.trail)?.focus({ preventScroll: this.isReturning });
    this.isReturning = false;
  }
}
