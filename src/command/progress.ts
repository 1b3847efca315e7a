/** The line that says how far a batch got. */

const bar = 20;

function timeText(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole}秒`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}分${whole % 60}秒` : `${Math.floor(minutes / 60)}小时${minutes % 60}分`;
}

/**
 * "[####------] 40/100 40% 有问题读不了 2 个 剩余约 1分3秒"; `elapsed` in seconds since the first file.
 *
 * @internal a test reads the line without a clock
 */
export function progressLine(
  { done, faults, total }: { readonly done: number; readonly faults: number; readonly total: number },
  elapsed: number,
): string {
  const filled = total === 0 ? bar : Math.floor((done / total) * bar);
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  const left = done === 0 || done === total ? '' : `，剩余约${timeText((elapsed / done) * (total - done))}`;
  const unread = faults === 0 ? '' : `，读不了 ${faults} 个`;
  return `[${'#'.repeat(filled)}${'-'.repeat(bar - filled)}] ${done}/${total} ${share}%${unread}${left}`;
}

/** A progress line that draws itself. */
export interface Progress {
  step(isFault: boolean): void;
  end(): void;
}

/** Milliseconds between two pictures of the line. */
const often = 100;
const clearLine = '\r\u001b[K';

/** A line for that many files, drawn by `draw`; silent where that is null. */
export function createProgress(total: number, draw: ((text: string) => void) | null): Progress {
  if (!draw) return { step: () => undefined, end: () => undefined };
  const started = Date.now();
  const state = { done: 0, faults: 0 };
  let shown = 0;
  return {
    step(isFault) {
      state.done += 1;
      if (isFault) state.faults += 1;
      const now = Date.now();
      if (now - shown < often && state.done < total) return;
      shown = now;
      draw(`${clearLine}${progressLine({ ...state, total }, (now - started) / 1000)}`);
    },
    end: () => draw(clearLine),
  };
}
