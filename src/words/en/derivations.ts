/** Each sum of a score as a finance clerk would write it, in English. */
import type { derivations as chinese } from '../zh-CN/derivations';

export const derivations: Readonly<Record<keyof typeof chinese, string>> = {
  'target-met': '{actual} {comparator} {target}: target met, full {weight}',
  'met-in-words': 'Target “{target}”, actual “{actual}”: target met, full {weight}',
  'met-by-bound': 'The actual “{actual}” is no measured value, but proves the target “{target}” met: full {weight}',
  'met-range': 'The actual “{actual}” lies within the target “{target}”: full {weight}',
  'ratio-positive': '{actual} ÷ {target} × {weight} = {score}',
  'reverse-ratio': '{target} ÷ {actual} × {weight} = {score} (less is better)',
  'reverse-linear': '(1 − ({actual} − {target}) ÷ {target}) × {weight} = {score} (less is better, not below 0)',
  'reverse-saving':
    'Saving rate = ({target} − {actual}) ÷ {target}, negative; (1 − |saving rate|) × {weight} = {score}',
  'zero-target-missed': 'Target “{target}”, actual “{actual}”: target missed, 0 of {weight}',
  'below-floor': '{value} is below {floor}: no points',
  'over-deducted': 'Completion {completion}, from {from} upwards: {weight} − {points} = {score}',
  'over-reduced': 'Completion {completion}, above {from}: {from} ÷ {completion} × {weight} = {score}',
  'rate-full': '{rate} ≥ {from}: full {weight}',
  'rate-times-weight': '{rate} × {weight} = {score}',
  'execution-ratio': '{executed} ÷ {budget} × {weight} = {score}',
  'execution-stated-rate':
    '{executed} ÷ {budget}: given the rounding of the amounts, the stated {rate} holds; {rate} × {weight} = {score}',
  band: '{rate} is in the band “{band}”: {score}',
  'band-by-value': '{rate} is in the band “{band}”, in proportion: {rate} × {weight} = {score}',
  'condition-met': 'The actual “{actual}” meets “{condition}”: full {weight}',
  'condition-missed': 'The actual “{actual}” does not meet “{condition}”: no points',
  'steps-late': '{amount} {measure} late, {penalty} less for each {unit}: {full} − {taken} = {score}',
  'steps-short':
    'The actual “{actual}” is {amount} {measure} below “{from}”, {penalty} less for each {unit}: {full} − {taken} = {score}',
  'steps-over':
    'The actual “{actual}” is {amount} {measure} above “{from}”, {penalty} less for each {unit}: {full} − {taken} = {score}',
  'steps-count': '{amount} {measure} in all, {penalty} less for each {unit}: {full} − {taken} = {score}',
  'steps-used-up':
    'Actual “{actual}”, off by {amount} {measure}, {penalty} less for each {unit}: {full} − {taken}, used up, is {score}',
  'steps-gained': 'Actual “{actual}”, {award} for each {unit}, at most {full}: {score}',
  'steps-all': 'Actual “{actual}”, all deductions ({steps}) taken from {full}: {score}',
  'clause-case': '{measured} falls under “{clause}”: {score}',
  'clause-full': 'None of the deductions of the rule applies: {weight}',
  'clause-formula': '{sum} = {score}',
  'clause-proportion': 'Actual “{actual}”, in proportion, full points {full}: {score}',
  'clause-interpolated': '{measured} lies within “{clause}”, interpolated between {low} and {high}: {score}',
  'items-measured': 'Items ({items}) one by one: target “{target}”, actual “{actual}”, together {score}',
  level: 'Rated “{level}”: {score}',
  parts: 'The parts together: {parts}, in all {score}',
  'saving-met': 'Saving rate {rate}, not below 0: full {weight}',
  'saving-missed': '(1 − {rate}) × {weight} = {score} (overspent by {rate})',
  'score-given': 'The reviewer gives {score}: {reason}',
  'score-explained': 'The written {score} passed after an explanation: {reason}',
  'adjustment-idle': 'Did not happen: nothing added, nothing taken',

  'missed-not-measured':
    'The actual “{actual}” misses the target “{target}” but is no exact figure: less than {weight}',
  'missed-in-words': 'Target “{target}”, actual “{actual}”: missed, so less than {weight}, for a reviewer to decide',
  'missed-date': 'Due “{target}”, done “{actual}”: late, so less than {weight}, for a reviewer to decide',
  'missed-part':
    'Target “{target}”, actual “{actual}”: missed in part, so less than {weight}, for a reviewer to decide',
  'tier-named': 'Achievement “{actual}”: from {low} to {high} (weight {weight})',
  'tier-equal-words': 'Achievement “{actual}” equals the target, highest tier: from {low} to {high} (weight {weight})',
  'tier-negated': 'Target “{target}”, actual “{actual}”: not achieved, so less than {high} (weight {weight})',
  'tier-open': 'Target “{target}”, actual “{actual}”: the tier is for a reviewer to decide (weight {weight})',
  'all-or-nothing-open': '“{condition}” earns {weight}, otherwise 0; for a reviewer to decide',
  'steps-several':
    'Actual “{actual}”, by {steps}: the steps can be counted in several ways, possible scores: {admissible}',
  'steps-uncounted': 'Actual “{actual}”, {steps} each, full points {full}: how often is for the reviewer to say',
  'clause-range': '{measured} falls under “{clause}”: between {low} and {high}, for the reviewer to choose',
  'clause-proportion-open':
    'Actual “{actual}” is below “{base}”; in proportion it can be read in two ways: {admissible}',
  'clauses-open': 'Actual “{actual}”: which of the cases “{cases}” holds is for the reviewer to say (weight {weight})',
  'clauses-gap': 'Actual “{actual}”: the rule does not say what this earns (weight {weight}); for the reviewer',
  'clauses-facts': 'By the other clauses {score}; whether “{facts}” applies the form does not say; for the reviewer',
  'clauses-readings': 'The completion can be read in two ways, possible scores: {admissible}',
  'award-above-weight':
    'The rule “{clause}” gives more than the weight {weight}; rule and weight contradict each other',
  'items-open': 'Items ({items}); possible scores: {admissible}',
  'items-partial': 'Items ({items}), each may earn a part; for a reviewer to decide (weight {weight})',
  'levels-open': 'By level ({levels}); which one is for a reviewer to decide',
  'parts-open': 'The parts together: {parts} (“?” is for a reviewer to decide), from {low} to {high}',
  'adjustment-open': '{points} if it happened, otherwise 0; for a reviewer to decide',
  judgement: 'The rule leaves it to a reviewer: from 0 to {weight}',
  'half-understood':
    'By what was understood {score} of {weight}, but the rule also says “{pieces}”, which was not understood; for a reviewer to decide',
  'no-rule-applies': 'No rule applies: from 0 to {weight}',
  'own-rule-silent':
    'the row’s own rule does not speak of target “{target}” with actual “{actual}”; a person decides (weight {weight})',
  'excess-open':
    'the actual is far above the target and the rule takes points for that without saying how many: “{clause}”; a person decides between 0 and {weight}',
  'clause-open': 'the rule says more than was understood: “{pieces}”; a person decides between 0 and {weight}',
  'readings-differ': '{count} ways to read it, giving {scores} (weight {weight}); please confirm',

  'open-target-missing': 'No target was given, so nothing can be computed',
  'open-actual-missing': 'No actual was given, so nothing can be computed',
  'open-units-differ': 'Target “{target}” and actual “{actual}” have different units and cannot be compared',
  'open-not-measurable': 'Target “{target}” and actual “{actual}” cannot be compared',
  'open-qualitative': 'A matter of quality, actual “{actual}”; for a reviewer to decide (weight {weight})',
  'open-rule-needs-person':
    'The form has no target and actual to compare: from 0 to {weight}, for a reviewer to decide',
  'open-rate-missing': 'The form does not give “{rate}”, so nothing can be computed (weight {weight})',
  'open-band-value-missing': 'The form does not give the rate that decides the band (weight {weight})',
  'open-misaligned': 'The row is displaced against its header and is not scored',
  'open-weight-missing': 'There is no weight, so it is not scored',
  'open-weight-shared': 'It shares the weight of the row above and is scored there',
  'weight-shared': '{count} rows share {weight} points and nothing says how; left to a person',
  'execution-unknown': 'No usable budget and executed amounts, so there is no execution rate',
  'execution-rate-only': 'Execution rate {rate}; it carries no weight here and is not scored',
};
