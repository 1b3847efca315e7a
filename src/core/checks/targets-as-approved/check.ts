/** The targets of the form must be those that were approved for the project. */
import { aboutForm, unitKey } from '../../documents/sameProject';
import { compareTargets } from '../../documents/compareTargets';
import { pairRows, type RowPair } from '../../documents/pairRows';
import type { Form, Indicator } from '../../form/form';
import type { ApprovedTarget, TargetTable } from '../../form/targetTable';
import { sameCell } from '../../sheet/cellRef';
import type { Cell } from '../../sheet/sheetView';
import { parseValue } from '../../value/parse';
import { defineCheck, type Remark } from '../defineCheck';
import { besideOf, placeText } from '../shared/placeText';
import { targetText } from '../shared/targetText';

type Message = 'weakened' | 'changed' | 'emptied' | 'renamed' | 'leftOut' | 'added' | 'nothingInCommon';
interface Said extends Remark {
  readonly message: Message;
}

/** The cells that hold the form's target: the one in force, and the first one beside it where it was adjusted. */
function ownTargets({ initialTarget, target }: Indicator): readonly Cell[] {
  return [target, initialTarget].flatMap((entry) => (entry ? [entry.cell] : []));
}

const approvedText = ({ sign, target, unit }: ApprovedTarget): string => targetText(target.text, sign, unit);

function compared(
  { indicator, isRenamed, other: approved }: RowPair<ApprovedTarget>,
  table: TargetTable,
  form: Form,
): Said | null {
  const { key, name, sign, target, unit } = indicator;
  if (!target) return null;
  const place = placeText(table, approved.target.ref, form);
  const wanted = { value: parseValue(approved.target), sign: approved.sign, unit: approved.unit };
  const facts = { name: name.text, approved: approvedText(approved), place };
  const beside = besideOf(table, approved.target.ref, form);
  const about = { indicator: key, expected: facts.approved, beside };
  if (facts.approved === '') return null;
  const [signText, unitText] = [sign?.text.trim() ?? '', unit?.text.trim() ?? ''];
  const own = targetText(target.cell.text, signText, unitText);
  if (own === '') return { message: 'emptied', cells: [target.cell.ref], facts, ...about };
  const relations = ownTargets(indicator).map((cell) =>
    compareTargets(wanted, { value: parseValue(cell), sign: signText, unit: unitText }),
  );
  const [relation] = relations;
  if (relations.includes('same') || relations.includes('unclear')) {
    if (!isRenamed) return null;
    const reworded = { name: name.text, approvedName: approved.name, place: placeText(table, approved.nameCell, form) };
    const named = { indicator: key, facts: reworded, beside: besideOf(table, approved.nameCell, form) };
    return { message: 'renamed', severity: 'P2', cells: [name.cell.ref], ...named };
  }
  const message = relation === 'weakened' ? 'weakened' : 'changed';
  return { message, cells: [target.cell.ref], facts: { ...facts, own }, found: own, ...about };
}

/** Where a target that the form leaves out should stand: below the last row of its heading, else at the table's top. */
function placeFor(target: ApprovedTarget, { indicators, table }: Form): Remark['cells'] {
  const lastUnder = (level: 'level1' | 'level2'): Indicator | undefined =>
    indicators.filter((indicator) => target[level] !== null && indicator[level]?.text === target[level]).at(-1);
  return [(lastUnder('level2') ?? lastUnder('level1'))?.name.cell.ref ?? { row: table.top, column: table.left }];
}

/** What one table says of the form. */
function saidBy(table: TargetTable, form: Form): readonly Said[] {
  const { added, leftOut, pairs } = pairRows(table.targets, form.indicators);
  const [first] = table.targets;
  if (!first) return [];
  if (pairs.length === 0) {
    if (added.length === 0) return [];
    const facts = { project: table.projectName, place: placeText(table, first.nameCell, form) };
    const cell = added[0]?.name.cell.ref;
    const beside = besideOf(table, first.nameCell, form);
    return [{ message: 'nothingInCommon', cells: cell ? [cell] : [], facts, beside }];
  }
  // Rows that could not be read may be the ones that seem to be left out.
  const isWhole = !form.doubts.some(({ kind }) => kind === 'headings-not-understood' || kind === 'clipped');
  const lost = leftOut.filter((target) => isWhole && approvedText(target) !== '');
  return [
    ...pairs.flatMap((pair) => compared(pair, table, form) ?? []),
    ...lost.map((target): Said => {
      const place = placeText(table, target.nameCell, form);
      const facts = { name: target.name, approved: approvedText(target), place };
      const beside = besideOf(table, target.nameCell, form);
      return { message: 'leftOut', cells: placeFor(target, form), facts, beside };
    }),
    ...added.map((indicator): Said => {
      const { key, name, sign, target, unit } = indicator;
      const own = target ? targetText(target.cell.text, sign?.text.trim() ?? '', unit?.text.trim() ?? '') : '';
      const facts = { name: name.text, own, place: placeText(table, first.nameCell, form) };
      const beside = besideOf(table, first.nameCell, form);
      return { message: 'added', cells: [name.cell.ref], indicator: key, facts, beside };
    }),
  ];
}

const standings: readonly TargetTable['standing'][] = ['adjusted', 'approved', 'declared'];

/** The tables that are in force: adjusted ones replace approved ones, and those what was declared. */
function inForce(tables: readonly TargetTable[]): readonly TargetTable[] {
  const standing = standings.find((one) => tables.some((table) => table.standing === one));
  return tables.filter((table) => table.standing === standing);
}

/** Units have projects of one name (公用经费): a table of another file that names another unit is another project's. */
function isOfUnit({ file, unit }: TargetTable, form: Form): boolean {
  const [own, other] = [unitKey(form.unit?.text ?? null), unitKey(unit)];
  // An empty name is within every other one.
  return file === null || own.includes(other) || other.includes(own);
}

const isSameRemark = (one: Said, other: Said): boolean => {
  const [here, there] = [one.cells[0], other.cells[0]];
  const isHere = here !== undefined && there !== undefined && sameCell(here, there);
  return one.message === other.message && isHere && one.facts.name === other.facts.name;
};

export const targetsAsApproved = defineCheck({
  id: 'targets-as-approved',
  severity: 'P1',
  scope: 'documents',
  messages: {
    weakened: ['name', 'own', 'approved', 'place'],
    changed: ['name', 'own', 'approved', 'place'],
    emptied: ['name', 'approved', 'place'],
    renamed: ['name', 'approvedName', 'place'],
    leftOut: ['name', 'approved', 'place'],
    added: ['name', 'own', 'place'],
    nothingInCommon: ['project', 'place'],
  },

  find({ documents, form }, report) {
    const tables = aboutForm(documents.targetTables, form).filter((table) => isOfUnit(table, form));
    const [said = [], ...others] = inForce(tables).map((table) => saidBy(table, form));
    // Of several tables of one standing any may be the one in force: only what all of them say is said.
    const agreed = said.filter((one) => others.every((all) => all.some((other) => isSameRemark(one, other))));
    for (const { message, ...remark } of agreed) report(message, remark);
  },
});
