/**
 * The page that tests of the pane run in: jsdom, quicker at one question. To know whether an element is seen it asks
 * every rule of every style sheet whether it matches, and Fluent writes thousands, each for one class: a rule whose class
 * the element does not have is answered from the element's own list, without compiling and running the selector.
 */
const selectors = require('jsdom/lib/jsdom/living/helpers/selectors');

/** One element alone, which must have the class at the start: ".f1abc", ".f1abc:hover", ".f1abc[disabled]". */
const startsWithClass = /^\.([\w-]+)(?:[:[][^\s,>+~|\\]*)?$/u;
const classes = new Map();

/** The class without which a selector matches nothing; null where that cannot be told. */
function classNeededBy(selector) {
  if (!classes.has(selector)) classes.set(selector, startsWithClass.exec(selector)?.[1] ?? null);
  return classes.get(selector);
}

const { matchesDontThrow } = selectors;
if (typeof matchesDontThrow !== 'function') throw new Error('jsdom asks rules in another way now');

// Before jsdom's own use of it is loaded, below.
selectors.matchesDontThrow = (element, selector) => {
  const needed = classNeededBy(selector);
  // In quirks mode capitals of classes do not count.
  if (needed !== null && element._ownerDocument.compatMode === 'CSS1Compat') {
    const own = element.getAttributeNS(null, 'class');
    if (own === null || !own.split(/[\t\n\f\r ]+/u).includes(needed)) return false;
  }
  return matchesDontThrow(element, selector);
};

module.exports = require('jest-environment-jsdom').default;
