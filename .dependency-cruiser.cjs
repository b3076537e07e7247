// The arrows of docs/architecture.md, checked. Each comment says what to do instead.
const layers = (...names) => `^(${names.join('|')})/`;
const tests = '(\\.test\\.ts$)|^(tests|bench)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'Rules need no computer. Pass what they need as arguments, or move the code to services.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { pathNot: ['^domain/', 'node_modules/(zod|@marcbachmann/cel-js|jsonata|re2js)/'] },
    },
    {
      name: 'workflows-are-deterministic',
      comment: 'Workflow code is replayed. Do it in an activity; take only types from activities.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: tests },
      to: {
        pathNot: [
          '^workflows/',
          '^domain/(conversation/|flow/runtime/|uuid-v[78]\\.ts)',
          'node_modules/@temporalio/(workflow|common)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-zod-in-workflows',
      comment: 'It costs every cached conversation half a megabyte. Parse in an activity or at the edge.',
      severity: 'error',
      from: { path: '^domain/conversation/', pathNot: tests },
      to: { path: ['node_modules/zod/', '^domain/(agent|knowledge)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'flow-runtime-is-light',
      comment: 'What runs a flow knows no schemas and no expression language: both are given to it.',
      severity: 'error',
      from: { path: '^domain/flow/runtime/', pathNot: tests },
      to: { pathNot: ['^domain/flow/runtime/'] },
    },
    {
      name: 'expression-engines-stay-in-flow',
      comment: 'Words of tenants are evaluated behind the limits of domain/flow/expression.',
      severity: 'error',
      from: { pathNot: ['^domain/flow/expression/'] },
      to: { path: 'node_modules/(@marcbachmann/cel-js|re2js)/' },
    },
    {
      name: 'activities-know-no-workflow',
      comment: 'Activities belong to no workflow. To signal one, use the gateway among their dependencies.',
      severity: 'error',
      from: { path: '^activities/', pathNot: tests },
      to: { path: layers('workflows', 'api', 'temporal', 'sandbox', 'dashboard') },
    },
    {
      name: 'services-know-no-transport',
      comment: 'Verbs are called by api and activities. Pass what they need as arguments.',
      severity: 'error',
      from: { path: '^services/', pathNot: tests },
      to: { path: layers('api', 'activities', 'workflows', 'temporal', 'sandbox', 'dashboard') },
    },
    {
      name: 'adapters-know-no-product',
      comment: 'An adapter speaks to the outside in the words of domain. What it is for belongs to services.',
      severity: 'error',
      from: { path: '^adapters/', pathNot: tests },
      to: { path: layers('api', 'services', 'activities', 'workflows', 'temporal', 'sandbox', 'dashboard') },
    },
    {
      name: 'one-door-to-temporal',
      comment: 'Clients and workers live in temporal/. Ask it for a verb (services/workflow-gateway.ts).',
      severity: 'error',
      from: { pathNot: ['^temporal/', tests] },
      to: { path: 'node_modules/@temporalio/(client|worker)/' },
    },
    {
      name: 'message-files-are-leaves',
      comment: 'Shared by both processes: names and payloads only.',
      severity: 'error',
      from: { path: '^workflows/[^/]+/messages\\.ts$' },
      to: { pathNot: ['^domain/', 'node_modules/@temporalio/workflow/'] },
    },
    {
      name: 'vendors-stay-in-adapters',
      comment: 'Each outside system is known to its adapter alone.',
      severity: 'error',
      from: { pathNot: ['^adapters/', '^sandbox/', '^prisma/', tests] },
      to: {
        path: 'node_modules/(openai|pg|undici|nodemailer|redis|rate-limiter-flexible|@electric-sql|@prisma/adapter-pg)/',
      },
    },
    {
      name: 'live-sockets-know-redis',
      comment: 'The Socket.IO server lives in api/live.ts, its emitter in adapters/live.',
      severity: 'error',
      from: { pathNot: ['^api/live\\.ts$', '^adapters/live/', '^dashboard/', tests] },
      to: { path: 'node_modules/(socket\\.io|@socket\\.io)/' },
    },
    {
      name: 'dashboard-speaks-http',
      comment:
        'The browser knows the API and pure rules. Generate types (npm run openapi), or move rules to domain.',
      severity: 'error',
      from: { path: '^dashboard/', pathNot: tests },
      to: {
        path: layers(
          'api',
          'services',
          'adapters',
          'activities',
          'workflows',
          'temporal',
          'config',
          'prisma',
          'sandbox',
        ),
      },
    },
    {
      name: 'features-are-islands',
      comment: 'Features never import each other. Share through dashboard/src/components or lib.',
      severity: 'error',
      from: { path: '^dashboard/src/features/([^/]+)/' },
      to: { path: '^dashboard/src/features/', pathNot: '^dashboard/src/features/$1/' },
    },
    {
      name: 'sandbox-is-the-other-side',
      comment: 'A stand-in that shared our code would share our bugs. It knows the wire only.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: {
        path: layers(
          'api',
          'services',
          'adapters',
          'activities',
          'workflows',
          'temporal',
          'domain',
          'prisma',
          'dashboard',
        ),
      },
    },
    {
      name: 'the-product-does-not-know-the-sandbox',
      comment: 'Real services keep their real path: reach the stand-ins by address.',
      severity: 'error',
      from: { pathNot: ['^sandbox/', tests] },
      to: { path: '^sandbox/' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it and nothing starts it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.config\\.(ts|js)$', 'locales?/', '^scripts/', 'public/', tests],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'prisma/generated', '^dist'] },
    exclude: { path: ['^dist/', '^\\.local/', '^prisma/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
