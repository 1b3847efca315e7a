/**
 * The letter to the unit 《退回修改通知》: what was chosen of the findings, numbered, by sheet and row, in a template whose
 * slots are filled or told. Pure text; who saves it as a sheet or a document makes that of it.
 */
import type { Finding } from '../core/checks/finding';
import type { FormReport } from '../core/report/report';
import { isLeft } from '../core/report/rounds';
import { listedRanges } from '../core/sheet/rangesText';
import type { OwnDocument, Paragraph } from '../core/sheet/ownDocument';
import type { OwnSheet } from '../core/sheet/ownSheet';
import { textWidth } from '../core/sheet/textWidth';
import { type LetterFields, type LetterSlot, letterSlots, letterWords } from './letterWords';
import type { FindingSpeaker } from './reportSheet';

/** A form and what of its findings goes into the letter; none that was explained or decided is among them. */
export interface LetterForm {
  readonly report: FormReport;
  readonly findings: readonly Finding[];
}

/** A letter. */
export interface Letter {
  readonly document: OwnDocument;
  /** How many points it makes. */
  readonly points: number;
  /** Slots that stand in it unfilled, as 【单位】, in their order. */
  readonly unfilled: readonly LetterSlot[];
}

/** What the form itself says for the slots. */
export function knownFields(forms: readonly FormReport[]): LetterFields {
  const units = [
    ...new Set(forms.flatMap(({ form }) => unitName(form.unit?.text) || unitName(form.department?.text) || [])),
  ];
  const projects = [...new Set(forms.flatMap(({ form }) => form.projectName ?? []))];
  const years = [...new Set(forms.flatMap(({ form }) => form.year ?? []))];
  const [unit] = units;
  const [year] = years;
  return {
    // Two units get two letters; which of them this one is for, the writer says.
    ...(units.length === 1 && unit ? { 单位: unit } : {}),
    ...(projects.length === 0 ? {} : { 项目: projectsText(projects) }),
    ...(years.length === 1 && year ? { 年度: `${year}年度` } : {}),
  };
}

/** Without the number that budget systems put ahead of it: 058001-某局. */
const unitName = (text = ''): string => text.trim().replace(/^[0-9]{3,}\s*[-－—_]\s*/u, '');

/** Two projects by name; more would fill the letter. */
function projectsText(projects: readonly string[]): string {
  const named = projects.slice(0, 2).map((project) => `“${project}”`);
  return projects.length > 2 ? `${named.join('')}等${projects.length}个项目的` : named.join('');
}

/** The letter about these forms, which are of one workbook. */
export function letterOf(
  forms: readonly LetterForm[],
  fields: LetterFields,
  speaker: FindingSpeaker,
  template: readonly string[] = letterWords.template,
): Letter {
  const groups = forms.map((form) => [...pointsOf(form, speaker), ...lostPoints(form)]);
  const count = groups.reduce((sum, points) => sum + points.length, 0);
  const again = secondRound(forms);
  const filled: Record<string, string> = {
    ...knownFields(forms.map(({ report }) => report)),
    ...again,
    项数: String(count),
  };
  for (const slot of letterSlots) if (fields[slot]?.trim()) filled[slot] = fields[slot].trim();
  const document = template.flatMap((line, place): readonly Paragraph[] => {
    const text = line.trim() === letterWords.opening && again ? letterWords.openingAgain : line.trim();
    if (text === '') return [];
    if (text === '【问题】') return pointParagraphs(forms, groups, again ? letterWords.noneLeft : letterWords.none);
    return [
      {
        kind: kindOf(text, place),
        text: text.replace(/【([^【】]+)】/gu, (slot, name: string) => filled[name] ?? slot),
      },
    ];
  });
  const written = document.map(({ text }) => text).join('\n');
  return { document, points: count, unfilled: letterSlots.filter((slot) => written.includes(`【${slot}】`)) };
}

/** What became of the first letter, where every form of this one was returned before; else null. */
function secondRound(forms: readonly LetterForm[]): Readonly<Record<'退回项数' | '了结项数', string>> | null {
  const rounds = forms.flatMap(({ report }) => report.round ?? []);
  if (rounds.length === 0 || rounds.length < forms.length) return null;
  const points = rounds.flatMap((round) => round.points);
  const settled = points.filter(({ fate }) => !isLeft(fate));
  return { 退回项数: String(points.length), 了结项数: String(settled.length) };
}

/** By its place and what it is made of: the first line is the title, an address ends in a colon, a signature is slots. */
function kindOf(line: string, place: number): Paragraph['kind'] {
  if (place === 0) return 'title';
  if (/^(?:【[^【】]+】)+(?:（[^（）]*）)?$/u.test(line)) return 'right';
  return /^[^，。]{1,40}：$/u.test(line) ? 'flush' : 'body';
}

/** The points of one form: findings that begin in the same row are one, in the order of rows. */
function pointsOf({ findings, report }: LetterForm, speaker: FindingSpeaker): readonly string[] {
  const names = new Map(report.form.indicators.map(({ key, name }) => [key, name.text.trim()]));
  const byRow = new Map<number, Finding[]>();
  for (const finding of findings) {
    const row = finding.cells.reduce((least, cell) => Math.min(least, cell.row), Infinity);
    const known = byRow.get(row);
    if (known) known.push(finding);
    else byRow.set(row, [finding]);
  }
  return [...byRow]
    .sort(([left], [right]) => left - right)
    .map(([, inRow]) => {
      const cells = listedRanges(inRow.flatMap((finding) => finding.cells));
      const indicator = inRow.map(({ indicator: key }) => (key === null ? undefined : names.get(key))).find(Boolean);
      const said = inRow.map((finding) => {
        const { message, remedy } = speaker.finding(finding);
        return `${ended(message)}${letterWords.asks[finding.severity]}：${ended(remedy.replace(/^请/u, ''))}`;
      });
      const text = said.join('');
      // Most sentences name their indicator themselves.
      const isNamed = indicator === undefined || text.startsWith(`“${indicator}”`);
      if (cells === '') return `${letterWords.whole}：${text}`;
      return isNamed ? `${cells}：${text}` : `“${indicator}”（${cells}）：${text}`;
    });
}

/** What was returned and can be told neither mended nor wrong: the unit is asked once more. */
function lostPoints({ report }: LetterForm): readonly string[] {
  const lost = (report.round?.points ?? []).flatMap(({ fate, name, point: { cells } }) =>
    fate === 'row-gone' || fate === 'unsure' ? [{ fate, where: name === null ? cells : `“${name}”` }] : [],
  );
  const texts = lost.map(({ fate, where }) =>
    letterWords.askLost(where === '' ? letterWords.whole : where, letterWords.lost[fate]),
  );
  // Several findings about a row that is gone are one point.
  return [...new Set(texts)];
}

const ended = (sentence: string): string =>
  /[。！？]$/u.test(sentence) || sentence === '' ? sentence : `${sentence}。`;

/** The points under the sheets that they are about, numbered through. */
function pointParagraphs(
  forms: readonly LetterForm[],
  groups: readonly (readonly string[])[],
  none: string,
): readonly Paragraph[] {
  let number = 0;
  const paragraphs = forms.flatMap(({ report }, place): readonly Paragraph[] => {
    const points = groups[place] ?? [];
    if (points.length === 0) return [];
    const heading: Paragraph[] =
      forms.length > 1 ? [{ kind: 'heading', text: letterWords.sheet(report.form.sheetName) }] : [];
    return [
      ...heading,
      ...points.map((text): Paragraph => {
        number += 1;
        return { kind: 'point', text: `${number}．${text}` };
      }),
    ];
  });
  return paragraphs.length > 0 ? paragraphs : [{ kind: 'body', text: none }];
}

/** The letter as text to be sent in a message: paragraphs one below the other. */
export function letterText({ document }: Letter): string {
  return document.map(({ text }) => text).join('\n');
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
