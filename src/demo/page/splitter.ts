/** The bar between workbook and pane: dragged, or moved with the arrow keys. */

/** Widths of the pane in pixels: Excel starts at 320; 270 is the narrowest that a Mac shows. */
const width = { start: 320, least: 270, most: 640, step: 10 } as const;

/** Makes the separator set the width of the pane inside the element that holds both. */
export function makeSplitter(separator: HTMLElement, holder: HTMLElement): void {
  let current: number = width.start;

  function set(wanted: number): void {
    current = Math.round(Math.min(width.most, Math.max(width.least, wanted)));
    document.documentElement.style.setProperty('--side', `${current}px`);
    separator.setAttribute('aria-valuenow', String(current));
  }

  separator.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft') set(current + width.step);
    else if (event.key === 'ArrowRight') set(current - width.step);
    else return;
    event.preventDefault();
  });
  separator.addEventListener('pointerdown', (event) => {
    separator.setPointerCapture(event.pointerId);
    // Else the iframe swallows the pointer.
    holder.classList.add('resizing');
  });
  separator.addEventListener('pointermove', (event) => {
    if (separator.hasPointerCapture(event.pointerId)) set(holder.getBoundingClientRect().right - event.clientX);
  });
  separator.addEventListener('lostpointercapture', () => holder.classList.remove('resizing'));
  set(width.start);
}
