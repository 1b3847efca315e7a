/** All that is said about one form. */
import { conclusion } from '../../papers/conclusion';
import { tablesOf, type PublishedForm } from '../../summary/published';
import { markup, type Markup } from './markup';
import { tableMarkup } from './tableMarkup';

/** What leads to a form that names no project. */
export const nameless = '（未填项目名称）';

/** The section of a form; its place on the page is "f" and its number. */
export function formSection(form: PublishedForm): Markup {
  const { facts, notChecked, number, path, sheet } = form;
  const inPart = notChecked === null ? null : markup`<p class="conclusion"><strong>${notChecked}</strong></p>`;
  const tables = tablesOf(form).filter(({ rows }) => rows.length > 0);
  const clean = form.findings.length === 0 ? markup`<p>没有发现问题。</p>` : null;
  return markup`<section class="form" id="f${number}"><h3>${number}. ${facts.project ?? nameless}</h3>
${inPart}<p class="note">${path} · ${sheet} · ${facts.department ?? '主管部门未填'} · ${facts.unit ?? '实施单位未填'}</p>
<p class="conclusion">${conclusion(facts)}</p>
${tables.map((table) => tableMarkup(table))}${clean}<p class="back"><a href="#top">回到页首</a></p></section>
`;
}
