/** What a reading takes for granted, in English. */
import type { Catalogue } from '../catalogue';

export const premises: Catalogue['premises'] = {
  'direction-positive': 'more is better',
  'direction-reverse': 'less is better',
  'direction-equal': 'equal (more loses nothing)',
  'direction-movement': 'the more of “{movement}” the better',
  'direction-zero': 'nothing may happen',
  'scale-other-unit': '“{number}” in {unit}',
  'scale-ratio': '“{number}” as {percent}',
  'scale-unknown': '“{number}” is no figure of this indicator',
  'sort-amount': 'as a share of the amount',
  'sort-degree': 'by the qualitative tiers',
  'profile-by': 'by {title}',
  'rule-partial-items': 'an item may earn a part of its points',
  'rule-over-completion': 'reduced for going far beyond the target',
  'rule-by-rate': 'by the execution rate',
  'rule-own-target': "by the row's own target",
  'rule-own': 'by the row’s own rule',
  'rule-decided': 'by the reviewer’s reading “{means}”',
  'score-given': 'given by the reviewer',
  'score-explained': 'passed after an explanation',
  'clause-open': 'with “{piece}” not understood',
  'amounts-form-totals': 'the funds row holds the totals of the form',
  'amounts-usual-weight': 'the execution rate weighs the usual {weight}',
};

export const asked: Catalogue['asked'] = {
  rule: 'the rule that governs',
  clause: 'the clause',
  direction: 'the direction',
  scale: 'the unit',
  sort: 'how it is measured',
  profile: 'the scoring rules',
  rounding: 'the decimals',
  amounts: 'the column of the amounts',
  completeness: 'that all is filled in',
  score: 'the reviewer’s score',
};

export const joining: Catalogue['joining'] = {
  within: ', ',
  between: '; ',
  reading: '{premises}: {score}',
  limits: '{low}–{high}',
  unknown: 'for a person to judge',
  asked: ' and ',
  listed: ', ',
  goesOn: ' and more',
};
