/** Cost saving: 标准分*(1-|成本节约率|). */
import { matchesOf, wholeSentence, type ReadIdiom } from '../ruleText';

const savingFormula = /1[-—]\|?成本节(?:约|省)率/u;
const savingWords = /成本节(?:约|省)率|小于(?:零|0)/u;

export const readSaving: ReadIdiom = (text) => {
  const formula = matchesOf(text, savingFormula)[0];
  if (!formula) return null;
  const sentences = matchesOf(text, savingWords).map((span) => wholeSentence(text, span));
  return { rule: { kind: 'saving' }, spans: [wholeSentence(text, formula), ...sentences] };
};
