/** Jest runs everything: units in Node, the pane in jsdom, and the built pane in a real browser. */
const transform = {
  // Types are checked once for every room by `npm run types`.
  '^.+\\.tsx?$': '<rootDir>/test/house/transform.js',
};
const common = {
  rootDir: __dirname + '/..',
  transform,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
};

module.exports = {
  rootDir: '..',
  testTimeout: 20_000,
  // Jest would take one worker on two cores. A third one works while the journeys of the others wait for their browser.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/house/longestFirst.js',
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/journeys/', '<rootDir>/dist/'],
    },
    {
      ...common,
      displayName: 'pane',
      testEnvironment: '<rootDir>/test/house/paneEnvironment.js',
      testMatch: ['<rootDir>/test/pane/**/*.test.tsx', '<rootDir>/test/workbench/**/*.test.tsx'],
    },
    {
      ...common,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
      globalSetup: '<rootDir>/test/journeys/setup.ts',
      globalTeardown: '<rootDir>/test/journeys/teardown.ts',
    },
  ],
};
