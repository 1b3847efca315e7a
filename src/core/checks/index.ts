/** Every check, in the order in which they run and explain. */
import { actualMeasured } from './actual-measured/check';
import { actualPresent } from './actual-present/check';
import { budgetAdjustmentExplained } from './budget-adjustment-explained/check';
import { budgetAmountsPlausible } from './budget-amounts-plausible/check';
import { budgetDenominatorPresent } from './budget-denominator-present/check';
import { budgetPartsReachTotal } from './budget-parts-reach-total/check';
import { cellWithoutError } from './cell-without-error/check';
import { columnsAligned } from './columns-aligned/check';
import { costAgreesWithAmounts } from './cost-agrees-with-amounts/check';
import { countsMatchRows } from './counts-match-rows/check';
import { dateWithinYear } from './date-within-year/check';
import { daysMatchDates } from './days-match-dates/check';
import { deadlineMet } from './deadline-met/check';
import { deductionMatches } from './deduction-matches/check';
import { dimensionsCovered } from './dimensions-covered/check';
import { directionMakesSense } from './direction-makes-sense/check';
import { executionRateConsistent } from './execution-rate-consistent/check';
import { executionRateMatchesAmounts } from './execution-rate-matches-amounts/check';
import { executionScoreMatchesRule } from './execution-score-matches-rule/check';
import { fullMarksPlausible } from './full-marks-plausible/check';
import { goalsAgreeWithFigures } from './goals-agree-with-figures/check';
import { goalsNotCopied } from './goals-not-copied/check';
import { gradeMatchesTotal } from './grade-matches-total/check';
import { indicatorInItsDimension } from './indicator-in-its-dimension/check';
import { indicatorOnce } from './indicator-once/check';
import { lastYearNotCopied } from './last-year-not-copied/check';
import { narrativeAgrees } from './narrative-agrees/check';
import { numberNotText } from './number-not-text/check';
import { overCompletionExplained } from './over-completion-explained/check';
import { percentagePossible } from './percentage-possible/check';
import { placeholderLeft } from './placeholder-left/check';
import { ratesFollowFigures } from './rates-follow-figures/check';
import { reasonAgreesWithNumbers } from './reason-agrees-with-numbers/check';
import { reasonGiven } from './reason-given/check';
import { reasonHasRemedy } from './reason-has-remedy/check';
import { reasonNotPasted } from './reason-not-pasted/check';
import { resultsAgree } from './results-agree/check';
import { satisfactionHasData } from './satisfaction-has-data/check';
import { scoreAdmissible } from './score-admissible/check';
import { scoreMatchesRule } from './score-matches-rule/check';
import { scorePresent } from './score-present/check';
import { scoreRateMatches } from './score-rate-matches/check';
import { scoreRateNearExecutionRate } from './score-rate-near-execution-rate/check';
import { scoreWithinTier } from './score-within-tier/check';
import { scoreWithinWeight } from './score-within-weight/check';
import { scoresReachTotal } from './scores-reach-total/check';
import { subtotalsMatch } from './subtotals-match/check';
import { targetMeasurable } from './target-measurable/check';
import { targetNotCopiedFromActual } from './target-not-copied-from-actual/check';
import { targetsAsApproved } from './targets-as-approved/check';
import { targetsHoldLastYear } from './targets-hold-last-year/check';
import { unitsAgree } from './units-agree/check';
import { weightIsNumber } from './weight-is-number/check';
import { weightNotConcentrated } from './weight-not-concentrated/check';
import { weightsMatchLabel } from './weights-match-label/check';
import { weightsMatchRubric } from './weights-match-rubric/check';
import { weightsReachTotal } from './weights-reach-total/check';

export const checks = [
  cellWithoutError,
  columnsAligned,
  numberNotText,
  weightIsNumber,
  weightsMatchLabel,
  weightsReachTotal,
  weightsMatchRubric,
  weightNotConcentrated,
  budgetPartsReachTotal,
  budgetDenominatorPresent,
  budgetAmountsPlausible,
  budgetAdjustmentExplained,
  executionRateMatchesAmounts,
  directionMakesSense,
  scorePresent,
  scoreWithinWeight,
  executionScoreMatchesRule,
  deadlineMet,
  scoreWithinTier,
  scoreAdmissible,
  scoreMatchesRule,
  deductionMatches,
  scoreRateMatches,
  subtotalsMatch,
  scoresReachTotal,
  gradeMatchesTotal,
  targetMeasurable,
  actualPresent,
  actualMeasured,
  unitsAgree,
  ratesFollowFigures,
  costAgreesWithAmounts,
  percentagePossible,
  satisfactionHasData,
  targetNotCopiedFromActual,
  daysMatchDates,
  dateWithinYear,
  reasonGiven,
  reasonNotPasted,
  reasonHasRemedy,
  reasonAgreesWithNumbers,
  overCompletionExplained,
  dimensionsCovered,
  indicatorOnce,
  indicatorInItsDimension,
  fullMarksPlausible,
  scoreRateNearExecutionRate,
  executionRateConsistent,
  goalsNotCopied,
  goalsAgreeWithFigures,
  placeholderLeft,
  countsMatchRows,
  targetsAsApproved,
  targetsHoldLastYear,
  lastYearNotCopied,
  narrativeAgrees,
  resultsAgree,
] as const;

/** Any check of the registry. */
export type RegisteredCheck = (typeof checks)[number];
/** The ids of all checks. */
export type CheckId = RegisteredCheck['id'];
