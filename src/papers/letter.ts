/**
 * The letter to the unit 《退回修改通知》: the points of one form or of several, numbered, by sheet and row, in a template whose
 * slots are filled or told. Pure text; who saves it as a sheet or a document makes that of it.
 */
import type { OwnDocument, Paragraph } from '../core/sheet/ownDocument';
import type { OwnSheet } from '../core/sheet/ownSheet';
import type { Snapshot } from '../core/sheet/snapshot';
import { textWidth } from '../core/sheet/textWidth';
import type { LetterForm, LetterPoint } from './letterPoints';
import { type LetterCounts, type LetterFields, letterWords, pointsSlot, slotsIn, withSlots } from './letterWords';

/** A letter. */
export interface Letter {
  readonly document: OwnDocument;
  /** How many points it makes. */
  readonly points: number;
  /** Names of the slots that stand in it unfilled, as 【单位】, in their order. */
  readonly unfilled: readonly string[];
}

/** What goes into a template, whoever fills it: a text of ours or somebody's Word file. */
export interface LetterFilling {
  readonly fields: LetterFields;
  /** The points under the sheets that they are about, numbered through. */
  readonly points: OwnDocument;
  readonly count: number;
}

/** What the forms themselves say for the slots. */
export function knownFields(forms: readonly LetterForm[]): LetterFields {
  const units = [...new Set(forms.flatMap(({ unit }) => unit ?? []))];
  const projects = [...new Set(forms.flatMap(({ project }) => project ?? []))];
  const years = [...new Set(forms.flatMap(({ year }) => year ?? []))];
  const [unit] = units;
  const [year] = years;
  return {
    // Two units get two letters; which of them this one is for, the writer says.
    ...(units.length === 1 && unit ? { 单位: unit } : {}),
    ...(projects.length === 0 ? {} : { 项目: projectsText(projects) }),
    ...(years.length === 1 && year ? { 年度: `${year}年度` } : {}),
  };
}

/** Two projects by name; more would fill the letter. */
function projectsText(projects: readonly string[]): string {
  const named = projects.slice(0, 2).map((project) => `“${project}”`);
  return projects.length > 2 ? `${named.join('')}等${projects.length}个项目的` : named.join('');
}

/** What fills the template of a letter about these forms. */
export function letterFilling(forms: readonly LetterForm[], fields: LetterFields): LetterFilling {
  const count = forms.reduce((sum, { points }) => sum + points.length, 0);
  const typed = Object.fromEntries(
    Object.entries(fields).flatMap(([slot, text]) => (text?.trim() ? [[slot, text.trim()]] : [])),
  );
  return {
    fields: { ...knownFields(forms), ...typed, ...countsOf(forms, count) },
    points: pointParagraphs(forms),
    count,
  };
}

/** Whether every form of the letter was returned before. */
const isAgain = (forms: readonly LetterForm[]): boolean =>
  forms.length > 0 && forms.every(({ returned }) => returned !== null);

function countsOf(forms: readonly LetterForm[], count: number): LetterCounts {
  if (!isAgain(forms)) return { 项数: String(count) };
  const sumOf = (pick: (returned: NonNullable<LetterForm['returned']>) => number): string =>
    String(forms.reduce((sum, { returned }) => sum + (returned ? pick(returned) : 0), 0));
  return { 项数: String(count), 退回项数: sumOf(({ told }) => told), 了结项数: sumOf(({ settled }) => settled) };
}

/** The template of our own for these forms; of a second round where every form was returned before. */
export function ownTemplate(forms: readonly LetterForm[]): readonly string[] {
  const { opening, openingAgain, template } = letterWords;
  return isAgain(forms) ? template.map((line) => (line === opening ? openingAgain : line)) : template;
}

/** The letter about these forms, which are of one unit. */
export function letterOf(
  forms: readonly LetterForm[],
  typed: LetterFields,
  template: readonly string[] = ownTemplate(forms),
): Letter {
  const { count, fields, points } = letterFilling(forms, typed);
  const document = template.flatMap((line, place): readonly Paragraph[] => {
    const text = line.trim();
    if (text === '') return [];
    if (text === `【${pointsSlot}】`) return points;
    return [{ kind: kindOf(text, place), text: withSlots(text, fields) }];
  });
  return { document, points: count, unfilled: unfilledIn(template, fields) };
}

/** The slots of a template that nothing fills. */
export function unfilledIn(template: readonly string[], fields: LetterFields): readonly string[] {
  return slotsIn(template).filter((slot) => fields[slot] === undefined);
}

/** By its place and what it is made of: the first line is the title, an address ends in a colon, a signature is slots. */
function kindOf(line: string, place: number): Paragraph['kind'] {
  if (place === 0) return 'title';
  if (/^(?:【[^【】]+】)+(?:（[^（]*）)?$/u.test(line)) return 'right';
  return /^[^，。]{1,40}：$/u.test(line) ? 'flush' : 'body';
}

/** The heading over the points of a form, where the letter is about several. */
function headingOf(form: LetterForm, forms: readonly LetterForm[]): string {
  const { file, project, sheet, year } = form;
  const isOfFiles = new Set(forms.map((one) => one.file)).size > 1;
  const place = isOfFiles && file !== null ? letterWords.sheetOfFile(file, sheet) : letterWords.sheet(sheet);
  const alike = forms.filter((one) => one.file === file && one.sheet === sheet);
  if (alike.length === 1 || project === null) return place;
  // Two years of one project may have been sent in files of one name.
  const isOfYears = year !== null && alike.some((one) => one.project === project && one.year !== year);
  return `${place}${letterWords.ofProject(project, isOfYears ? year : null)}`;
}

function pointText({ cells, indicator, standing, text }: LetterPoint): string {
  const said = standing === null ? text : `${letterWords.standing[standing]}${text}`;
  if (cells === '') return `${indicator === null ? letterWords.whole : `“${indicator}”`}：${said}`;
  return indicator === null ? `${cells}：${said}` : `“${indicator}”（${cells}）：${said}`;
}

/** The points under the sheets that they are about, numbered through. */
function pointParagraphs(forms: readonly LetterForm[]): OwnDocument {
  let number = 0;
  const paragraphs = forms.flatMap((form): readonly Paragraph[] => {
    const { points } = form;
    if (points.length === 0) return [];
    const heading: Paragraph[] = forms.length > 1 ? [{ kind: 'heading', text: headingOf(form, forms) }] : [];
    return [
      ...heading,
      ...points.map((point): Paragraph => {
        number += 1;
        return { kind: 'point', text: `${number}．${pointText(point)}` };
      }),
    ];
  });
  return paragraphs.length > 0
    ? paragraphs
    : [{ kind: 'body', text: isAgain(forms) ? letterWords.noneLeft : letterWords.none }];
}

/** The letter as text to be sent in a message: paragraphs one below the other. */
export function letterText({ document }: Letter): string {
  return document.map(({ text }) => text).join('\n');
}

/** A sheet as a template: every row a paragraph, the cells of a row one after the other. */
export function templateLines({ text }: Pick<Snapshot, 'text'>): readonly string[] {
  return text.map((cells) =>
    cells
      .flatMap((cell) => cell.split('\n'))
      .map((line) => line.trim())
      .join(''),
  );
}

/** Two blanks of the width of a character, as every paragraph of running text begins. */
const indent = '　　';

/** The letter as a sheet of our own, one column as wide as an upright page. */
export function letterSheet({ document }: Letter): OwnSheet {
  const width = 84;
  const rows = document.map(({ kind, text }) => {
    if (kind === 'body' || kind === 'point' || kind === 'heading') return [`${indent}${text}`];
    // A sheet of ours has no alignment: blanks of two columns each push it to the right.
    const ahead = kind === 'right' ? Math.max(0, Math.floor((width - textWidth(text)) / 2) - 4) : 0;
    return [`${'　'.repeat(ahead)}${text}`];
  });
  const boldRows = document.flatMap(({ kind }, row) => (kind === 'title' || kind === 'heading' ? [row] : []));
  return { name: letterWords.name, rows, boldRows, columnWidths: [width], isUpright: true };
}
