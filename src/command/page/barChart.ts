/**
 * Bars as inline SVG. A chart library would be a script to ship, to allow and to vet; what a summary needs is a dozen
 * rectangles, which print, scale and need no script. The table with the same figures stands beside each chart.
 */
import { markup, type Markup } from './markup';

export interface Bar {
  readonly label: string;
  /** One value a series, none below zero. */
  readonly values: readonly number[];
}

const row = 22;
const gap = 8;
const labels = 210;
const width = 640;
/** Room for the figure behind a bar. */
const figure = 46;

/** Horizontal bars, grouped by label; `series` names the values and picks the class `bar-0`, `bar-1` … */
export function barChart(title: string, series: readonly string[], bars: readonly Bar[]): Markup {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values));
  const group = row * series.length + gap;
  const height = bars.length * group + (series.length > 1 ? row : 0);
  const scale = (width - labels - figure) / most;
  const summary = bars.map(({ label, values }) => `${label} ${values.join(' / ')}`).join('；');
  const drawn = bars.flatMap(({ label, values }, place) => [
    markup`<text x="${labels - 8}" y="${place * group + (row * series.length) / 2}" class="bar-label">${label.length > 15 ? `${label.slice(0, 14)}…` : label}</text>`,
    ...values.flatMap((value, nth) => {
      const top = place * group + nth * row;
      const long = Math.max(value > 0 ? 1 : 0, Math.round(value * scale));
      return [
        markup`<rect x="${labels}" y="${top + 2}" width="${long}" height="${row - 4}" class="bar-${nth}"/>`,
        markup`<text x="${labels + long + 6}" y="${top + row / 2}" class="bar-figure">${value}</text>`,
      ];
    }),
  ]);
  const legend =
    series.length < 2
      ? []
      : series.map(
          (name, nth) =>
            markup`<rect x="${labels + nth * 120}" y="${height - row + 5}" width="12" height="12" class="bar-${nth}"/><text x="${labels + nth * 120 + 18}" y="${height - row + 11}" class="bar-figure">${name}</text>`,
        );
  return markup`<svg class="chart" role="img" viewBox="0 0 ${width} ${height}" aria-label="${`${title}：${summary}`}">${drawn}${legend}</svg>`;
}
