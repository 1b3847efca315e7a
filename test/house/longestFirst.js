/**
 * The order of the test files: first those that take longest, so that no worker is left alone with one at the end. Jest
 * knows how long they took only on a machine where they ran before.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

/** By path, longest first, as measured on two cores; a folder stands for its files that have no line of their own. */
const longest = [
  'journeys/accessibility',
  'delivery/pane',
  'command/review',
  'journeys/workbench',
  'recorder/recorder',
  'journeys/longList',
  'journeys/start',
  'file/oddPackages',
  'properties/writing',
  'core/checks/hostile',
  'faults/matrix',
  'fuzz/patterns',
  'pane/focus',
  'command/page/pagedReport',
  'core/checks/faults',
  'command/trust',
  'journeys/',
  'excel/',
  'pane/',
  'command/',
  'faults/',
  'fuzz/',
  'delivery/',
  'guards/',
];

/** The place of a test file in that order; what is not named comes last. */
function placeOf({ path }) {
  const name = path.replaceAll('\\', '/');
  const place = longest.findIndex((start) => name.includes(`/test/${start}`));
  return place < 0 ? longest.length : place;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    // Among equals as jest has it: what failed, what took long here, what is large.
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
