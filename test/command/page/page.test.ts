/** The page is one file that needs nothing, runs nothing from a form, and says what the summary says. */
import { createHash } from 'node:crypto';
import { markup } from '../../../src/command/page/markup';
import { pageOf } from '../../../src/command/page/pageOf';
import type { Published } from '../../../src/summary/published';
import { publishedForms } from '../../forms';
import { publishedOf, reviewed } from '../support/publishedBatch';

const hostile = `</title><script>alert('1')</script><img src=x onerror="alert(2)">{{7*7}}\u0000\u202e`;
let published: Published;
let page: string;

beforeAll(async () => {
  const files = await Promise.all(publishedForms.map(({ name, snapshot }) => reviewed(`${name}.xlsx`, [snapshot])));
  published = publishedOf(files, [{ path: `${hostile}.xlsx`, sheet: null, reason: hostile }]);
  page = [...pageOf(published)].join('');
});

test('nothing is loaded: no address but places in the page itself', () => {
  // Only tags can load; what looks like one in a text has its signs escaped.
  const tags = page.match(/<[a-z][^>]*>/giu) ?? [];
  const addresses = tags.flatMap((tag) =>
    [...tag.matchAll(/(?:href|src|srcset|action|data|poster)="([^"]*)"/giu)].map(([, address = '']) => address),
  );
  expect(page).not.toMatch(/url\(|@import/iu);
  expect(addresses.length).toBeGreaterThan(published.rollUp.rows.length);
  expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
});

test('the policy allows exactly the one style sheet and the one script that are there', () => {
  const policy =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, text = '']) => text);
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/gu)].map(([, text = '']) => text);
  expect([scripts.length, styles.length]).toEqual([1, 1]);
  expect(policy).toContain(`script-src ${hash(scripts[0]!)};`);
  expect(policy).toContain(`style-src ${hash(styles[0]!)};`);
  expect(policy).toContain("default-src 'none'");
  expect(page).not.toMatch(/\sstyle="|\son[a-z]+="/u);
});

test('text from files stays text', () => {
  expect(page).not.toContain('<img');
  expect(page).toContain(
    '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(2)&quot;&gt;',
  );
  expect(page).not.toContain('\u0000');
});

test('the sorting script builds no markup from text', () => {
  const script = /<script>([\s\S]*?)<\/script>/u.exec(page)?.[1] ?? '';
  expect(script).toContain('textContent');
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(/u);
});

test('every row leads to its form, every link arrives, and every table has a caption and head cells', () => {
  const ids = new Set([...page.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id));
  const targets = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
  expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  for (const { number } of published.rollUp.rows) expect(targets).toContain(`f${number}`);
  const tables = page.match(/<table/gu)?.length ?? 0;
  expect(page.match(/<caption>[^<]+<\/caption>/gu)).toHaveLength(tables);
  expect(page.match(/<thead><tr>(?:<th scope="col">[^<]+<\/th>)+<\/tr><\/thead>/gu)).toHaveLength(tables);
  expect(page).toContain('<html lang="zh-CN">');
});

test('charts have a text that says the same, and their figures stand in a table too', () => {
  const charts = [...page.matchAll(/<svg class="chart" role="img"[^>]*aria-label="([^"]+)"/gu)].map(
    ([, label = '']) => label,
  );
  expect(charts).toHaveLength(2);
  for (const { grade, reviewed: count, stated } of published.rollUp.grades)
    expect(charts[0]).toContain(`${grade ?? '未评级'} ${stated} / ${count}`);
});

test('the canteen form has its conclusion, its level table and its findings', () => {
  const at = page.indexOf('食堂经费</h3>');
  const section = page.slice(at, page.indexOf('</section>', at));
  expect(at).toBeGreaterThan(0);
  expect(section).toContain('允许的总分在91.3分至97.3分之间；总分和等级在评定之后确定（自评得分87.30分，等级“良”）');
  expect(section).toContain('一级指标得分情况表');
  expect(section).toMatch(/<td class="text">I17<\/td>/u);
});

test('a template escapes every value and lets only markup through', () => {
  const inner = markup`<b>${'<'}</b>`;
  expect(markup`${inner}${'\'"&>'}${null}${0}${[inner, '<i>']}`.html).toBe(
    '<b>&lt;</b>&#39;&quot;&amp;&gt;0<b>&lt;</b>&lt;i&gt;',
  );
});
