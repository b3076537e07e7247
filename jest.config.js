/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  // Native libraries of earlier test files still hold globals; Jest's warning about them helps nobody.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/', '/\\.local/'],
};

/** Needs nothing running. */
const unit = ['domain', 'config', 'adapters', 'sandbox', 'dashboard', 'scripts', 'deploy'];
/** Needs the database and Temporal, which its global setup starts. */
const integration = ['services', 'activities', 'workflows', 'temporal', 'api', 'prisma', 'tests/replay'];

/** @type {import('jest').Config} */
export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: unit.map((folder) => `<rootDir>/${folder}/**/*.test.ts`) },
    {
      ...common,
      displayName: 'integration',
      testMatch: integration.map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
      globalSetup: '<rootDir>/tests/support/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/support/e2e-environment.mjs',
    },
  ],
  testTimeout: 30_000,
  // Modules of test files that are over stay in memory (ESM in Node's vm): one process for all two hundred would run out of
  // it. A worker that has grown beyond this is replaced between two files.
  workerIdleMemoryLimit: '1GB',
};
