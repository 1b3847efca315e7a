/** Decisions as plain records to be kept, and back; a record that is not known is none. */
import {
  type Decision,
  formStates,
  longestWords,
  mostReturned,
  premiseChoices,
  type Returned,
  type ReturnedPoint,
  type SettledPremise,
  type StateDecision,
} from './decision';
import type { FormKey } from './formKey';

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (fields: Fields, name: string, longest = 2000): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value.length <= longest ? value : null;
};
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const oneOf = <Choice extends string>(choices: readonly Choice[], value: unknown): Choice | null =>
  choices.find((choice) => choice === value) ?? null;

/** Points as text that can be taken exactly. */
const points = /^-?\d{1,6}(?:\.\d{1,6})?$/u;

/** Whether a text is a number of points as decisions keep it. */
function isPointsText(text: string): boolean {
  return points.test(text);
}

function readForm(source: unknown): FormKey | null {
  if (!isRecord(source)) return null;
  const { place, project, sheet, unit, year } = source;
  if (!isTextOrNull(project) || !isTextOrNull(unit) || !isTextOrNull(sheet)) return null;
  if (!(year === null || typeof year === 'number') || typeof place !== 'number') return null;
  return { project, unit, year, sheet, place };
}

function readFacts(source: unknown): Readonly<Record<string, string>> | null {
  if (!isRecord(source)) return null;
  const entries = Object.entries(source);
  return entries.every(([, value]) => typeof value === 'string')
    ? Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
    : null;
}

/** Everything that a record of a form needs, whatever its kind. */
interface Place {
  readonly at: string;
  readonly form: FormKey;
  readonly indicator: string | null;
}

function readScore(fields: Fields, place: Place): Decision | null {
  const [score, reason, basis] = [
    textIn(fields, 'score'),
    textIn(fields, 'reason', longestWords.reason),
    textIn(fields, 'basis'),
  ];
  if (score === null || !isPointsText(score) || reason === null || basis === null) return null;
  return { kind: 'score', ...place, score, reason, basis };
}

const questions: readonly SettledPremise[] = ['direction', 'scale', 'sort'];

/** The facts that a choice names; null where there is no such choice. */
function factsOf(about: SettledPremise, choice: string): readonly string[] | null {
  const choices: Readonly<Record<string, readonly string[]>> = premiseChoices[about];
  return Object.hasOwn(choices, choice) ? (choices[choice] ?? null) : null;
}

function readPremise(fields: Fields, { indicator, ...place }: Place): Decision | null {
  const about = oneOf(questions, fields['about']);
  const [choice, facts] = [textIn(fields, 'choice'), readFacts(fields['facts'])];
  if (indicator === null || about === null || choice === null || facts === null) return null;
  if (!factsOf(about, choice)?.every((name) => Object.hasOwn(facts, name))) return null;
  return { kind: 'premise', ...place, indicator, about, choice, facts };
}

function readExplained(fields: Fields, place: Place): Decision | null {
  const { ground, message } = fields;
  const [check, reason] = [textIn(fields, 'check'), textIn(fields, 'reason', longestWords.reason)];
  if (check === null || reason === null || !isTextOrNull(message) || !isTextOrNull(ground)) return null;
  return { kind: 'explained', ...place, check, message, reason, ground };
}

function readRule(fields: Fields, at: string): Decision | null {
  const [text, means] = [textIn(fields, 'text'), textIn(fields, 'means', longestWords.means)];
  return text === null || means === null ? null : { kind: 'rule', at, text, means };
}

const weights = ['P0', 'P1', 'P2'] as const;

function readPoint(source: unknown): ReturnedPoint | null {
  if (!isRecord(source)) return null;
  const { indicator, isTold } = source;
  const severity = oneOf(weights, source['severity']);
  const [check, message, cells] = [textIn(source, 'check'), textIn(source, 'message'), textIn(source, 'cells')];
  const [ground, figures, reason] = [textIn(source, 'ground'), textIn(source, 'figures'), textIn(source, 'reason')];
  if (severity === null || check === null || message === null || cells === null) return null;
  if (ground === null || figures === null || reason === null) return null;
  if (!isTextOrNull(indicator) || typeof isTold !== 'boolean') return null;
  return { check, severity, message, indicator, cells, ground, figures, reason, isTold };
}

/** Undefined where it is none that is known; records of before have nothing. */
function readReturned(source: unknown): Returned | null | undefined {
  if (source === null || source === undefined) return null;
  if (!isRecord(source)) return undefined;
  const { points: list } = source;
  const at = textIn(source, 'at', 40);
  if (at === null || !Array.isArray(list) || list.length > mostReturned) return undefined;
  const read = list.map(readPoint);
  return read.every((point) => point !== null) ? { at, points: read } : undefined;
}

function readState(fields: Fields, at: string, form: FormKey): Decision | null {
  const state = oneOf(formStates, fields['state']);
  const returned = readReturned(fields['returned']);
  return state === null || returned === undefined ? null : { kind: 'state', at, form, state, returned };
}

const pointRecord = (point: ReturnedPoint): Fields => {
  const { cells, check, figures, ground, indicator, isTold, message, reason, severity } = point;
  return { check, severity, message, indicator, cells, ground, figures, reason, isTold };
};

/** Reads a kept record; null where it is none that is known. */
export function readDecision(fields: Fields): Decision | null {
  const at = textIn(fields, 'at', 40);
  if (at === null) return null;
  if (fields['kind'] === 'rule') return readRule(fields, at);
  const form = readForm(fields['form']);
  if (!form) return null;
  if (fields['kind'] === 'state') return readState(fields, at, form);
  const { indicator } = fields;
  if (!isTextOrNull(indicator)) return null;
  const place: Place = { at, form, indicator };
  switch (fields['kind']) {
    case 'premise':
      return readPremise(fields, place);
    case 'score':
      return readScore(fields, place);
    case 'explained':
      return readExplained(fields, place);
    case 'opinion': {
      const opinion = textIn(fields, 'opinion', longestWords.opinion);
      return opinion === null ? null : { kind: 'opinion', ...place, opinion };
    }
    default:
      return null;
  }
}

const formRecord = ({ place, project, sheet, unit, year }: FormKey): Fields => ({ project, unit, year, sheet, place });

/** Where nothing was returned the record is the one of before, so that its signature holds. */
function stateRecord(head: Fields, { returned, state }: StateDecision): Fields {
  if (!returned) return { ...head, state };
  return { ...head, state, returned: { at: returned.at, points: returned.points.map(pointRecord) } };
}

/** The fields of a decision in a fixed order: what is signed must read back the same. */
export function decisionRecord(decision: Decision): Fields {
  if (decision.kind === 'rule') {
    const { at, kind, means, text } = decision;
    return { kind, at, text, means };
  }
  const head = { kind: decision.kind, at: decision.at, form: formRecord(decision.form) };
  switch (decision.kind) {
    case 'premise':
      return {
        ...head,
        indicator: decision.indicator,
        about: decision.about,
        choice: decision.choice,
        facts: decision.facts,
      };
    case 'score':
      return {
        ...head,
        indicator: decision.indicator,
        score: decision.score,
        reason: decision.reason,
        basis: decision.basis,
      };
    case 'opinion':
      return { ...head, indicator: decision.indicator, opinion: decision.opinion };
    case 'explained': {
      const { check, ground, indicator, message, reason } = decision;
      return { ...head, indicator, check, message, reason, ground };
    }
    case 'state':
      return stateRecord(head, decision);
  }
}
