/** The same indicator must not earn points twice. */
import type { Indicator } from '../../form/form';
import { isPlaceholder } from '../../form/vocabulary';
import { toA1 } from '../../sheet/cellRef';
import { defineCheck } from '../defineCheck';

function placeText({ level1, level2 }: Indicator): string {
  return [level1, level2].flatMap((label) => (label ? [label.text] : [])).join(' › ');
}

/** A name that only repeats its heading names no indicator. */
function isOwnName({ level1, level2, name }: Indicator): boolean {
  return name.text !== '' && !isPlaceholder(name.text) && name.text !== level1?.text && name.text !== level2?.text;
}

export const indicatorOnce = defineCheck({
  id: 'indicator-once',
  severity: 'P1',
  scope: 'indicators',
  ignoresScores: true,
  messages: { twice: ['name', 'places', 'count'] },

  find({ form }, report) {
    const byName = new Map<string, Indicator[]>();
    const seen = new Set<string>();
    for (const indicator of form.indicators.filter(isOwnName)) {
      const cell = toA1(indicator.name.cell.ref);
      // A name merged over several rows is one name.
      if (seen.has(cell)) continue;
      seen.add(cell);
      const name = indicator.name.text.replace(/[\s，,。；;、]/gu, '');
      byName.set(name, [...(byName.get(name) ?? []), indicator]);
    }
    for (const alike of byName.values()) {
      const [first] = alike;
      if (!first || alike.length < 2) continue;
      const places = [...new Set(alike.map(placeText))];
      const targets = new Set(alike.map(({ target }) => target?.cell.text.trim() ?? ''));
      // Under one heading with targets of their own: two batches of one thing, named badly.
      const isBatch = places.length === 1 && targets.size === alike.length;
      report('twice', {
        cells: alike.map(({ name }) => name.cell.ref).reverse(),
        facts: { name: first.name.text, places: places.join('；'), count: alike.length },
        found: first.name.text,
        ...(isBatch ? { severity: 'P2' as const } : {}),
      });
    }
  },
});
