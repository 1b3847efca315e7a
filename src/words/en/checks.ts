/** What each check says, in English. */
import type { CheckWords } from '../checkWords';

export const checkSentences: CheckWords = {
  'cell-without-error': {
    title: 'No cell holds an error',
    why: 'A cell in error has no number, and every sum that refers to it is wrong too.',
    remedy: 'Follow the formula to the cells it refers to; restore what was deleted or type the number.',
    messages: {
      one: 'The cell shows {error}, neither a number nor words.',
      many: '{count} cells are in error: {cells}.',
    },
  },
  'columns-aligned': {
    title: 'Columns stand under their headers',
    why: 'Where values are displaced against the header, any point may belong to another indicator; displaced rows are therefore not scored.',
    remedy: 'Move the displaced rows back under their headers and review again.',
    messages: {
      shifted: '{rows} rows stand beside their headers, shifted by {shift}; they were not scored.',
      unclear: '{rows} rows do not fit their headers; they were not scored.',
    },
  },
  'number-not-text': {
    title: 'Numbers are not text',
    why: 'Excel leaves numbers stored as text out of its sums, so totals come out short without notice.',
    remedy: 'Format the cell as a number and type the number again, without a unit.',
    messages: {
      one: '"{text}" is stored as text; it should be the number {number}.',
      row: '{texts} in one row ({cells}) are stored as text, and sums leave them out.',
      many: '{count} numbers are stored as text: {cells}.',
    },
  },
  'weight-is-number': {
    title: 'Weight is a number above zero',
    why: 'An indicator without a weight cannot be scored, and the weights cannot be added up.',
    remedy: 'Fill in the weight; delete rows that are not scored.',
    messages: {
      missing: '"{name}" has no weight.',
      words: 'The weight of "{name}" says "{text}", which is not a number.',
      notPositive: 'The weight of "{name}" is {weight}; it must be above zero.',
      allMissing: 'None of the {count} indicators has a weight.',
    },
  },
  'weights-match-label': {
    title: 'Weights match their headings',
    why: 'A heading that states its points must equal the rows under it; if not, one of the two is wrong.',
    remedy: 'Check the points in the heading and the weights under it and correct the wrong one.',
    messages: {
      differs: '"{label}" states {stated} points; the {count} rows under it add up to {sum}, a difference of {gap}.',
      differsAndWhole:
        '"{label}" states {stated} points; the {count} rows under it add up to {sum}, a difference of {gap}; so all weights come to {whole}, not {total}.',
      own: 'The name "{name}" states {stated} points; its weight says {weight}.',
      ownAndWhole:
        'The name "{name}" states {stated} points; its weight says {weight}; so all weights come to {whole}, not {total}.',
    },
  },
  'weights-reach-total': {
    title: 'Weights add up to full marks',
    why: 'If the weights do not add up, neither the total nor the grade can be compared.',
    remedy: 'Check the marked weights and change one so that they add up to {total}.',
    remedies: {
      short:
        'Add the missing {gap} points to the weight that was left out or is too low, so that they add up to {total}.',
      over: 'Look for a weight that was counted twice and take off {gap} points, so that they add up to {total}.',
      besideRate:
        'State the weight of {gap} and the score of the execution rate with the funds and add them to the total; otherwise spread the {gap} points over the rows.',
    },
    messages: {
      short: 'The {count} weights add up to {sum}, which is {gap} less than {total}.',
      over: 'The {count} weights add up to {sum}, which is {gap} more than {total}.',
      besideRate:
        'The {count} weights add up to {sum}; the {gap} points that lack to {total} are what the execution rate usually weighs, and the funds state no weight: was it left out, or is it counted elsewhere?',
      inFundRow:
        'The row of the funds carries a weight of {weight}, which is that of the whole form; it should carry the weight of the execution rate alone, all weights still adding up to {total}.',
    },
  },
  'weights-match-rubric': {
    title: 'Level-1 weights follow the rules',
    why: 'The rules say what each level-1 heading weighs; 财预〔2020〕10号 allows a change for special reasons, which needs a basis.',
    remedy: 'Change the weights to those of the rules, or state the basis for the change in a note.',
    messages: {
      differs: 'Level-1 weights are {weights}; those of "{rubric}" are {usual}.',
    },
  },
  'weight-not-concentrated': {
    title: 'Weight is not concentrated',
    why: 'Where one indicator carries nearly half of the points, the others lose their meaning.',
    remedy: 'Split it into several indicators, or give some of its points to others.',
    messages: {
      concentrated: '"{name}" carries {weight} points, which is {share} of the weights of all {count} indicators.',
    },
  },
  'budget-parts-reach-total': {
    title: 'Budget parts add up',
    why: 'The total of the year must equal the appropriation, carried-over and other funds; otherwise the execution rate has no sound base.',
    remedy: 'Check total and parts against the books and correct the wrong one.',
    remedies: {
      short: 'See whether a part is missing and add {gap}; where the parts are right, change the total to {sum}.',
      over: 'See whether a part is counted twice and take off {gap}; where the parts are right, change the total to {sum}.',
    },
    messages: {
      short: '{column}: the total says {total}; its parts add up to {sum}, which is {gap} less.',
      over: '{column}: the total says {total}; its parts add up to {sum}, which is {gap} more.',
      shortInMany: 'The totals are above their parts in several columns: {figures}. One part may be missing.',
      overInMany: 'The totals are below their parts in several columns: {figures}. One part may be counted twice.',
      rounded:
        '{column}: the total is {total} and the parts add up to {sum}; rounding explains the difference of {gap}.',
    },
  },
  'budget-denominator-present': {
    title: 'The budget is above zero',
    why: 'Execution rate = executed ÷ budget; without a budget there is neither a rate nor a score for it.',
    remedy: 'Fill in the budget of the year, after adjustment if it was adjusted.',
    messages: {
      zero: 'The budget is {budget} while {executed} was spent; there is no execution rate.',
      byInitial:
        'The budget of the year is missing, so that the rate can only be taken of the initial budget {initial}; {executed} was executed. Please fill in the budget of the year.',
      missing: 'The budget is not stated while {executed} was spent; there is no execution rate.',
    },
  },
  'budget-amounts-plausible': {
    title: 'The amounts make sense',
    why: 'More spent than planned, or amounts ten thousand times too large, do not show in the rate and are wrong all the same.',
    remedy:
      'Check budget, spending and the unit of the amounts; where the budget was adjusted, state the adjusted one.',
    messages: {
      overspent:
        'The budget is {budget} and {executed} was spent, which is {over} more. Please check whether the budget was adjusted.',
      overspentFull:
        'The budget is {budget} and {executed} was executed, which is {over} more, with full marks of {score} for execution. Please check whether the budget was adjusted; if not, say where the money came from.',
      unitWithin:
        'The budget is {budget} and {executed} was executed, about ten thousand times apart: one of them may be in yuan where the heading says ten thousand yuan. Please check the unit.',
      negative: 'The {column} is {amount}; an amount of funds cannot be negative.',
      unit: 'The funds are stated in {unit}, yet the budget is {amount}, ten thousand times the cost target "{target}". Please check the unit.',
    },
  },
  'budget-adjustment-explained': {
    title: 'Large budget changes are explained',
    why: 'A large change during the year means that the budget was not sound or that the task changed.',
    remedy: 'State the reason and the document of the change in a note or under what was achieved.',
    remedies: {
      askedFor: 'Write the reason of the change and its document into the column of reasons.',
      rateAskedFor: 'Write into the column of reasons why it was not spent and what becomes of the rest.',
    },
    messages: {
      raised:
        'The budget went from {initial} to {budget}, up by {change}, which is more than {limit}, without an explanation.',
      cut: 'The budget went from {initial} to {budget}, down by {change}, which is more than {limit}, without an explanation.',
      fromNothing: 'The budget began at 0 and became {budget}; say where the money came from.',
      askedFor:
        'The budget went from {initial} to {budget} ({change}); the form asks for the reason, and none is given.',
      rateAskedFor: 'The execution rate is {rate}; the form asks for a reason below {limit}, and none is given.',
    },
  },
  'execution-rate-matches-amounts': {
    title: 'Execution rate agrees with the amounts',
    why: 'Execution rate = executed ÷ budget. The amounts are rounded, so only a rate outside what they allow is wrong.',
    remedy: 'Change it to {computed}, or check the amounts.',
    remedies: {
      ofInitialScored:
        'Change the rate to {computed} by the budget of the year, and the score to {due}; or check that budget.',
    },
    messages: {
      part: 'The rate of “{line}” says {stated}; {executed} ÷ {budget} is {computed}.',
      differs: 'The rate says {stated}; by the amounts it is {computed} (between {low} and {high}).',
      ofInitial:
        'The rate {stated} is taken of the first budget, {initial}; of the budget of the year, {budget}, it is {computed}.',
      ofInitialScored:
        'The rate {stated} is taken of the first budget, {initial}; of the budget of the year, {budget}, it is {computed}, and the score that follows is {due} instead of {score}.',
    },
  },
  'score-present': {
    title: 'Every row has a score',
    why: 'An indicator without a score was not evaluated, and the total is incomplete.',
    remedy: 'Fill in the score by its rule; where nothing was done, fill in 0 and say why.',
    messages: {
      missing: '"{name}" has no score.',
      missingExplained:
        '"{name}" has no score; the total {stated} is just {points} more than the scores that are filled in. Was {points} left out?',
      words: 'The score of "{name}" says "{text}", which is not a number.',
      allMissing: 'None of the {count} rows has a score.',
      noTotal: '{count} rows have scores, but the total is empty.',
    },
  },
  'score-within-weight': {
    title: 'Score within its weight',
    why: 'A score can neither exceed its weight nor be negative.',
    remedy: 'Check score and weight; the score must lie between 0 and the weight.',
    remedies: {
      over: 'Change the score to at most {weight}; where the weight is too low, change the weight.',
      negative: 'Change the score to a number from 0 to the weight.',
    },
    messages: {
      over: '"{name}" scores {score}, more than its weight {weight}.',
      sharedOver: 'The {count} scores under "{label}" add up to {score}, above the {weight} points that they share.',
      negative: '"{name}" scores {score}; a score cannot be negative.',
    },
  },
  'execution-score-matches-rule': {
    title: 'Execution score follows its rule',
    why: 'The score of the execution rate follows from the amounts alone.',
    remedy:
      'Change the score to the one by the rule, or check the amounts; where several rules may hold, confirm which.',
    remedies: {
      reviewed: 'Change the score to {computed}; where it should stay, state the grounds in writing.',
      reviewedBeside: 'Change the score to {computed}; where it should stay, state the grounds in writing.',
    },
    messages: {
      reviewed: 'The execution rate scores itself {score}. {derivation}.',
      reviewedBeside: 'The execution rate scores itself {score}. {derivation}. The rule gives {ruled}.',
      over: 'The execution rate scores {score}; the rule gives {computed}, which is {gap} less. {derivation}',
      under: 'The execution rate scores {score}; the rule gives {computed}, which is {gap} more. {derivation}',
      rounded: 'The execution score {score} is {computed} rounded off; two decimals are advised.',
      inNoReading:
        'The execution rate scores {score}; there are {ways} ways to read it: {readings}. None gives that score; please confirm {ask}.',
      question:
        'The execution rate scores {score}; there are {ways} ways to read it: {readings}. Please confirm {ask}.',
    },
  },
  'deadline-met': {
    title: 'Late work loses points',
    why: 'Full marks after the deadline make an indicator of time meaningless.',
    remedy: 'Take off points by the rule and say why; if the date is wrong, correct it.',
    messages: {
      late: '"{name}" was due "{target}" and done "{actual}", too late; no points were taken off, and the score is {score}.',
      lateByDays:
        '"{name}" was due "{target}" and done "{actual}", {days} days late; no points were taken off, and the score is {score}.',
    },
  },
  'score-within-tier': {
    title: 'Score lies within its tier',
    why: 'Qualitative indicators fall into tiers; each has limits that the score may not leave.',
    remedy: 'Move the score into the limits of the tier, or correct what was achieved.',
    remedies: {
      over: 'Lower the score to between {low} and {high}; where the achievement is described too modestly, change that.',
      under:
        'Raise the score to between {low} and {high}; where the achievement is described too favourably, change that.',
    },
    messages: {
      over: '"{name}" says "{actual}", which earns {low}–{high} points; {score} is above the tier.',
      under: '"{name}" says "{actual}", which earns {low}–{high} points; {score} is below the tier.',
    },
  },
  'score-admissible': {
    title: 'Score is one its rule can give',
    why: 'A rule that gives points item by item can only yield certain scores; another score was not given by it.',
    remedy: 'Go through the items and score their sum.',
    messages: {
      impossible: '"{name}" scores {score}; by "{rule}" only {admissible} are possible.',
      unlessInPart:
        '"{name}" scores {score}; item by item "{rule}" gives only {admissible}. It is possible only where an item may earn a part of its points: please state the points of each item.',
    },
  },
  'score-matches-rule': {
    title: 'Score follows its rule',
    why: 'A score must follow from the rule of the form or of the document.',
    remedy:
      'Change the score to the one by the rule; where there are several ways to read it, confirm which holds. If marks were taken off for another reason, state it.',
    remedies: {
      over: 'Change the score to {computed}; where it should stay, state the grounds in the reason column.',
      under:
        'Change the score to {computed}; where points were taken off for another cause, state it in the reason column.',
      reviewed: 'Change the score to {computed}; where it should stay, state the grounds in writing.',
      reviewedBeside: 'Change the score to {computed}; where it should stay, state the grounds in writing.',
      rounded: 'Change the score to {computed}, with as many decimals as the others.',
      inNoReading: 'Confirm {ask} first, then change the score to the one of that reading.',
      question: 'Confirm {ask} first; where the score agrees with it, stating the grounds is enough.',
    },
    messages: {
      over: '"{name}" scores {score}; the rule gives {computed}, which is {gap} less. {derivation}',
      under: '"{name}" scores {score}; the rule gives {computed}, which is {gap} more. {derivation}',
      reviewed: '"{name}" scores itself {score}. {derivation}.',
      reviewedBeside: '"{name}" scores itself {score}. {derivation}. The rule gives {ruled}.',
      rounded: '"{name}": the score {score} is {computed} rounded off; two decimals are advised.',
      inNoReading:
        '"{name}" scores {score}; there are {ways} ways to read it: {readings}. None gives that score; please confirm {ask}.',
      question: '"{name}" scores {score}; there are {ways} ways to read it: {readings}. Please confirm {ask}.',
    },
  },
  'deduction-matches': {
    title: 'Deduction equals weight less score',
    why: 'Weight, score and deduction must agree.',
    remedy: 'Check score and deduction so that the deduction is the weight less the score.',
    messages: {
      differs: '"{name}": weight {weight}, score {score}, so {lost} points are lost; the deduction says {stated}.',
      empty: '{count} rows lost {lost} points together; the deduction column is empty.',
      total: 'The deductions are said to add up to {stated}; weights less scores give {lost}.',
    },
  },
  'score-rate-matches': {
    title: 'Score rate equals score ÷ weight',
    why: 'The score rate follows from score and weight; a wrong one misleads every comparison.',
    remedy: 'Recompute the score rate from score and weight.',
    messages: {
      differs: '"{name}": a score of {score} out of {weight} is {computed}; the rate says {stated}.',
      total: 'A total of {score} out of {weight} is {computed}; the rate says {stated}.',
    },
  },
  'subtotals-match': {
    title: 'Subtotals equal their rows',
    why: 'Where a subtotal and its rows disagree, at least one figure is wrong.',
    remedy: 'Check the rows; if they are right change the subtotal, best into a formula.',
    messages: {
      weight: '"{label}" states a weight of {stated}; its {count} rows add up to {sum}, a difference of {gap}.',
      score: '"{label}" states a score of {stated}; its {count} rows add up to {sum}, a difference of {gap}.',
      rounded:
        '"{label}" states {stated} and its rows add up to {sum}; only rounding differs, so use the same decimals.',
    },
  },
  'scores-reach-total': {
    title: 'Total equals the sum of the scores',
    why: 'If the total and its parts disagree, at least one of the figures is wrong.',
    remedy: 'Check the scores; if they are right, change the total to {sum}.',
    remedies: {
      over: 'See whether a score is missing or too low; where all are right, change the total to {sum}.',
      under: 'See whether a score is counted twice or too high; where all are right, change the total to {sum}.',
      beyondFull:
        'The scores cannot add up to more than {full}: bring the weights to {full}, correct the scores that are too high, then add up again.',
      withoutRateBeyondFull:
        'See whether the execution rate weighs within the {full}: if so, bring the weights to {full} and score again; if not, write that the total leaves it out.',
      beyondBlanks: 'Fill in the empty scores, check the others, then add up again.',
      belowBlanks: 'Fill in the empty scores, check the others, then add up again.',
    },
    messages: {
      over: 'The total says {stated}; the {count} scores add up to {sum}, which is {gap} less.',
      under: 'The total says {stated}; the {count} scores add up to {sum}, which is {gap} more.',
      withoutRate:
        'The total {stated} adds up the indicators only; the execution rate scores {rate} more, which makes {sum}.',
      beyondFull:
        'The total says {stated}; the scores add up to {sum}, above the full mark of {full}: weights or scores are too high.',
      withoutRateBeyondFull:
        'The total {stated} adds up the indicators only; the execution rate scores {rate} more, which makes {sum}, above the full mark of {full}.',
      head: 'The head states a total of {stated}, the total row says {sum}.',
      rounded:
        'The total says {stated} and the scores add up to {sum}; only rounding differs, so use the same decimals as the scores.',
      beyondBlanks:
        'The total says {stated}; the scores add up to {sum}, and even with full marks for the {blanks} empty ones to no more than {most}. The total is certainly wrong.',
      belowBlanks:
        'The total says {stated}, with {blanks} scores empty; those filled in add up to {sum} already. The total is certainly wrong.',
    },
  },
  'grade-matches-total': {
    title: 'Grade matches the total',
    why: 'The total decides the grade (财预〔2020〕10号: 优 from 90, 良 from 80, 中 from 60, else 差, unless the rules in force say otherwise).',
    remedy: 'Change the grade; if the total is wrong, change that first.',
    messages: {
      differs: 'A total of {total} earns "{grade}"; the form says "{stated}".',
    },
  },
  'target-measurable': {
    title: 'Target can be measured',
    why: 'Without a target, or with praise and a percentage, nobody can say what counts as reached.',
    remedy: 'Write a target that can be checked: a number, a rate, a date, or the tiers of a quality.',
    messages: {
      missing: '"{name}" has a weight but no target.',
      allMissing: 'None of the {count} indicators has a target.',
      vague: 'The target "{target}" of "{name}" does not say what the percentage is of.',
      nothing:
        'Name, target and actual of this row all say that there is nothing, yet it weighs {weight} and scores {score}.',
      noneWanted: 'The target "{target}" of "{name}" asks for nothing, yet the row weighs {weight}.',
    },
  },
  'actual-present': {
    title: 'Actual is stated',
    why: 'Without an actual a score has no basis.',
    remedy: 'Fill in what was reached according to the records, also where nothing was.',
    messages: {
      missing: '"{name}" has the target "{target}" but no actual.',
      allMissing: 'None of the {count} indicators has an actual.',
      scoredWithout: '{count} indicators have neither target nor actual, and have a score: {names}.',
    },
  },
  'actual-measured': {
    title: 'Actual was measured',
    why: 'An actual that repeats "≥95%" does not show how much was reached, so no completion rate follows from it.',
    remedy: 'Write the number that was counted, such as 96.3%, without ≥ or ≤.',
    messages: {
      one: 'The actual of "{name}" says "{actual}", which is a range and not a measured number.',
      many: 'The actuals of {count} indicators are ranges: {names}.',
      words: '"{name}" asks for "{target}"; its actual only says "{actual}", without a figure.',
      manyWords: '{count} indicators ask for a figure and their actuals are words: {names}.',
    },
  },
  'units-agree': {
    title: 'Units agree and fit',
    why: 'Target and actual in different units cannot be compared; a unit that does not fit the indicator makes the number meaningless.',
    remedy: 'Use one unit that fits the name of the indicator.',
    messages: {
      differ:
        '"{name}": the unit of the target "{target}" is "{targetUnit}", that of the actual "{actual}" is "{actualUnit}"; they cannot be compared.',
      unfit: 'The unit of the target "{target}" of "{name}" is "{unit}", which does not fit the indicator.',
      missing: '{count} indicators have numbers without a unit: {names}.',
      scale:
        '"{name}": target "{target}", actual "{actual}", and the unit of a number is open: {readings}. Please confirm {ask}.',
      column: '"{written}" of "{name}" is counted in {own}, the column of units says {column}.',
    },
  },
  'direction-makes-sense': {
    title: 'Direction makes sense',
    why: 'Costs are to stay below, quality and satisfaction above; the wrong way round, worse work earns more.',
    remedy: 'Correct the sign: ≤ for costs, ≥ for quality and satisfaction.',
    messages: {
      costAtLeast: 'Less is better for "{name}", but its target is "{target}".',
      qualityAtMost: 'More is better for "{name}", but its target is "{target}".',
      contradicts:
        '"{name}": the target "{target}" and the sign column "{sign}" contradict each other. Please confirm whether more or less is better.',
      figureUnderQuality:
        'The sign of "{name}" says {sign}, and its target "{target}" is a number; make clear how it is judged.',
      wordsUnderFigure: 'The sign of "{name}" says {sign}, and its target "{target}" is not a number; make them agree.',
    },
  },
  'rates-follow-figures': {
    title: 'Stated rates follow from the figures',
    why: 'Completion and deviation follow from target and actual; where they do not, one of the three is wrong.',
    remedy: 'Work the rate out again; where it is right, check target and actual.',
    messages: {
      completion: 'The completion of "{name}" says {stated}; "{actual}" of "{target}" gives {computed}.',
      deviation: 'The deviation of "{name}" says {stated}; "{actual}" against "{target}" gives {computed}.',
    },
  },
  'cost-agrees-with-amounts': {
    title: 'Total cost agrees with what was spent',
    why: 'The same money in the cost indicator and in the fund block must be one amount.',
    remedy: 'Check both against the books; explain what is still unpaid or not counted as cost.',
    messages: {
      above: 'The actual "{actual}" of "{name}" is {gap} 万元 above the {executed} 万元 that were executed.',
      below: 'The actual "{actual}" of "{name}" is {gap} 万元 below the {executed} 万元 that were executed.',
    },
  },
  'percentage-possible': {
    title: 'Percentage is possible',
    why: 'Shares such as pass rates and satisfaction end at 100%; more means that the wrong numbers were divided.',
    remedy: 'Check what was divided by what and correct the percentage.',
    messages: {
      beyond: '"{name}" is a share; "{text}" is more than 100%.',
      negative: '"{name}" is a share; "{text}" cannot be negative.',
    },
  },
  'satisfaction-has-data': {
    title: 'Satisfaction has data',
    why: 'Satisfaction comes from a survey; a word or a bare 100% leaves nothing to check.',
    remedy: 'State the percentage that a survey gave, and how many forms went out and came back.',
    messages: {
      words: '"{name}" has the target "{target}" but only says "{actual}", without data.',
      onlyWords: 'The actual "{actual}" of "{name}" has no survey behind it.',
      perfect: '"{name}" reached {actual}; note the sample and the survey.',
    },
  },
  'target-not-copied-from-actual': {
    title: 'Target was not written afterwards',
    why: 'A target set in advance is rarely met to the last decimal; only one that was set in advance can be judged by.',
    remedy: 'Restore the targets that were approved at the beginning of the year.',
    messages: {
      copied:
        'The target "{target}" of "{name}" equals the actual "{actual}" to the last decimal; please check that it is the approved one.',
      all: 'All {count} targets equal their actuals exactly: {names}.',
    },
  },
  'days-match-dates': {
    title: 'Days agree with dates',
    why: 'A wrong count of days takes off too many or too few points for time.',
    remedy: 'Count the days again from the dates.',
    messages: {
      span: '"{text}" says {stated} days; by the dates it is {days}.',
      late: '"{text}" says {stated} days late; by the dates it is {days}.',
    },
  },
  'date-within-year': {
    title: 'Dates lie within the year',
    why: 'What was completed the year before is no performance of this year and is often copied; what came after it was late.',
    remedy:
      'Check date and year: correct what was copied; what was completed after the year was late, scores so and needs a reason.',
    messages: {
      before: '"{name}" was completed on "{actual}", before the year {year} of the form (target "{target}").',
      bothBefore:
        'Target "{target}" and date "{actual}" of "{name}" both lie before the year {year} of the form; check the year.',
      after: '"{name}" was completed on "{actual}", after the year {year} of the form (target "{target}").',
    },
  },
  'reason-given': {
    title: 'A reason where marks were lost',
    why: 'Where a target was missed or marks were lost, the form must give the reason and the remedy (财预〔2020〕10号).',
    remedy: 'State why the target was missed or the points were lost, and what will be done.',
    messages: {
      missing: '"{name}" scores {score}, {lost} less than its weight {weight}, without a reason.',
      missed: '"{name}" has the target "{target}" and the actual "{actual}"; it was missed, and no reason is given.',
      missedIf:
        '"{name}" has the target "{target}" and the actual "{actual}"; it seems to be missed, and no reason is given. Please confirm whether more or less is better.',
      statedShort: '"{name}" states a completion of {stated}, and no reason is given.',
    },
  },
  'reason-not-pasted': {
    title: 'Reasons are not pasted',
    why: 'Indicators differ, and so do their reasons; one sentence cannot explain each of them.',
    remedy: 'Give each indicator its own reason and remedy.',
    messages: { pasted: '{count} indicators carry the same reason: {names}.' },
  },
  'reason-has-remedy': {
    title: 'A reason comes with a remedy',
    why: '财预〔2020〕10号 asks for the reason and for the remedy; the reason alone is not enough.',
    remedy: 'Add what will be done, by whom and by when.',
    messages: {
      none: '"{name}" lost {lost} points; the reason "{reason}" names no remedy.',
      thin: '"{name}" lost {lost} points; the reason says only "{reason}", too little to show why.',
    },
  },
  'reason-agrees-with-numbers': {
    title: 'Reason agrees with the numbers',
    why: 'Where the words say done and the numbers say not, one of them is wrong.',
    remedy: 'Check actual, score and reason and correct the wrong one.',
    messages: {
      saysDone: '"{name}" reached {completion}, but the reason says "{reason}".',
      saysMissed: '"{name}" has full marks ({score}), but the reason says "{reason}".',
      rate: 'The reason of "{name}" says {stated} were reached; by target and actual it is {completion}.',
      points: 'The reason of "{name}" says {stated} points were taken off; weight less score is {lost}.',
      figure: 'The reason of "{name}" says "{stated}", its actual is "{actual}".',
    },
  },
  'over-completion-explained': {
    title: 'Large over-completion is explained',
    why: 'An actual far above its target usually means that the target was too low (财预〔2020〕10号: large deviations are to be analysed).',
    remedy: 'Say why; if the target was too low, plan for what can be done.',
    messages: {
      unexplained:
        '"{name}" has the target "{target}" and the actual "{actual}", a completion of {completion}; from {limit} on a reason is due, and there is none.',
    },
  },
  'dimensions-covered': {
    title: 'Main dimensions are covered',
    why: 'Output has quantity, quality and time; there is benefit, and whether people are content. Without one of them the evaluation is incomplete.',
    remedy: 'Add what is missing, or note that it does not apply.',
    messages: {
      missing: 'There is no indicator for: {dimensions}.',
      noSatisfaction: 'None of the {count} indicators is about satisfaction.',
    },
  },
  'indicator-once': {
    title: 'An indicator counts once',
    why: 'The same indicator in two places earns points twice.',
    remedy: 'Keep it where it fits best and replace the other; if they differ, say so in their names.',
    messages: {
      twice: '"{name}" stands in {count} places: {places}.',
    },
  },
  'indicator-in-its-dimension': {
    title: 'Indicator stands in its dimension',
    why: 'Under the wrong heading the points of a heading no longer mean what it says.',
    remedy: 'Move it under the heading it measures.',
    messages: {
      elsewhere: '"{name}" stands under "{heading}"; it belongs to {belongs}.',
    },
  },
  'full-marks-plausible': {
    title: 'Full marks everywhere are plausible',
    why: 'Where every row has full marks, see whether the targets suit and the actuals have a basis.',
    remedy: 'Have the evidence ready row by row; say so where a target was too low.',
    messages: {
      all: 'All {count} indicators have full marks; make sure that every actual has a basis.',
      allDespiteRate:
        'All {count} indicators have full marks, and {rate} of the budget was spent: make sure that every value can be shown.',
    },
  },
  'score-rate-near-execution-rate': {
    title: 'Score rate is in keeping with the money spent',
    why: 'Work that is done while money is left may mean that the budget was too high or that points lack a basis; it should be explained.',
    remedy: 'Say how the work was done for less; where there is no explanation, lower the scores.',
    messages: {
      ahead:
        'The indicators earn {scoreRate} while {rate} of the budget was spent: {beyond} more, which is {scoreRate} less {rate}, divided by {rate}; the limit is {limit}.',
    },
  },
  'execution-rate-consistent': {
    title: 'One execution rate throughout',
    why: 'Where one form tells two execution rates, at least one of them is wrong.',
    remedy: 'Check budget and spending against the books and say the same everywhere.',
    messages: {
      differ: 'The execution rate is {first} in one place and {second} in another.',
    },
  },
  'goals-not-copied': {
    title: 'Achievements are not copied from goals',
    why: 'A copy of the goal does not say what was done.',
    remedy: 'Say what was done and how far, with numbers.',
    messages: {
      copied: 'What was achieved repeats the goal word for word: "{text}".',
      noAchieved: 'The goal says "{expected}"; what was achieved is not stated.',
      noExpected: '"{achieved}" was achieved; the goal is not stated.',
    },
  },
  'goals-agree-with-figures': {
    title: 'Figures of the goals are those of the rows',
    why: 'Goals and indicators speak of the same thing; where the figures differ, one of them was copied from elsewhere.',
    remedy: 'Check them, and write the same figure in goals, achievements and indicator.',
    messages: {
      expected: 'The goals say "{text}"; the target of "{name}" is "{own}".',
      achieved: 'The achievements say "{text}"; the actual of "{name}" is "{own}".',
      conclusion: 'The conclusion says "{text}"; the actual of "{name}" is "{own}".',
    },
  },
  'placeholder-left': {
    title: 'Nothing of the template is left',
    why: 'A slot of the template in a form that is handed in was not filled in.',
    remedy: 'Fill it in, or delete the rows that are not used.',
    messages: {
      one: 'The slot "{slot}" is not filled in.',
      many: '{count} slots of the template are not filled in: {cells}.',
      rows: '{count} empty rows of the template are left: {cells}.',
      unanswered: 'Nothing is written for "{label}".',
    },
  },
  'counts-match-rows': {
    title: 'Counts in the text match the table',
    why: 'Where the count differs from the table, the text was not brought up to date with it, or rows are missing.',
    remedy: 'Correct the text, or add the missing rows.',
    messages: {
      differs: '"{text}" says {stated}; the table has {count}.',
    },
  },
  'targets-as-approved': {
    title: 'The targets are those that were approved',
    why: 'A self-evaluation is held against the approved targets; a target lowered, left out or added without approval leaves nothing to compare with.',
    remedy:
      'Restore the approved targets; where they were adjusted, attach the approval and review against the adjusted table.',
    messages: {
      weakened: 'The target of “{name}” is “{own}”; the target table ({place}) says “{approved}”: it was lowered.',
      changed: 'The target of “{name}” is “{own}”; the target table ({place}) says “{approved}”.',
      emptied: '“{name}” has no target; the target table ({place}) says “{approved}”.',
      renamed:
        '“{name}” is called “{approvedName}” in the target table ({place}); please confirm that they are one indicator.',
      leftOut: 'The target table ({place}) has “{name}” ({approved}); the form has not.',
      added: '“{name}” ({own}) is not in the target table (from {place}).',
      nothingInCommon: 'None of the form’s indicators stands in the target table of “{project}” (from {place}).',
    },
  },
  'targets-hold-last-year': {
    title: 'Indicators and targets hold the level of last year',
    why: 'Lower targets or fewer indicators than last year are easier to meet, and the scores cannot be compared.',
    remedy: 'Say on what the change rests (budget, tasks) and attach the approval; else set the level of last year.',
    messages: {
      lowered: 'The target of “{name}” is “{own}”; in {year} ({place}) it was “{before}”: lower than last year.',
      dropped: '{count} indicators of {year} are no longer on the form: {names} ({place}).',
      droppedMissed: '{count} indicators that lost points in {year} are no longer on the form: {names} ({place}).',
    },
  },
  'last-year-not-copied': {
    title: 'What was achieved is not last year’s',
    why: 'Words, figures or scores that are exactly last year’s were most likely copied and do not tell of this year.',
    remedy: 'Fill them in anew from this year’s records; where they are truly the same, say so.',
    messages: {
      words: '{count} texts are word for word those of {year}: {names} ({place}).',
      otherYear: 'The text of “{name}” is word for word that of {year} ({place}) and still says “{stated}”.',
      actuals: '{count} actual values are exactly those of {year}: {names} ({place}).',
      scores:
        'The scores of {count} indicators are those of {year}, one by one, with the same total of {total} ({place}).',
      goals: 'What was achieved is word for word that of {year} ({place}).',
    },
  },
  'narrative-agrees': {
    title: 'The report says what the form says',
    why: 'Where the report and the form differ, one of them is wrong and nobody can tell which.',
    remedy: 'Check against the records and correct the one that is wrong.',
    messages: {
      score: '{place} says “{sentence}”: a score of {stated}; the form ({cell}) has {own}.',
      rate: '{place} says “{sentence}”: an execution rate of {stated}%; the form ({cell}) has {own}%.',
      days: '{place} says “{sentence}”: {stated} days; by the dates it is {days}.',
      parts: '{place} says “{sentence}”: {stated} in all; the parts add up to {parts}.',
      dimension: '{place} says “{sentence}”; the form has no indicator of {dimension}.',
    },
  },
  'results-agree': {
    title: 'The table of results says what the form says',
    why: 'The table of results is what is reported upwards; where it differs from the forms, what is reported is wrong.',
    remedy: 'Correct the table after the checked form; where the form is wrong, correct both.',
    messages: {
      score: 'The table of results ({place}) gives {stated} points; the form ({cell}) has {own}.',
      grade: 'The table of results ({place}) gives grade “{stated}”; the form ({cell}) says “{own}”.',
      gradeByTotal: 'The table of results ({place}) gives grade “{stated}”; {total} points of the form earn “{grade}”.',
      budget: 'The table of results ({place}) has a budget of {stated}; the form ({cell}) has {own}.',
      executed: 'The table of results ({place}) has {stated} spent; the form ({cell}) has {own}.',
      total: 'The table of results ({place}) has a total of {stated}; its projects add up to {parts}.',
    },
  },
};
