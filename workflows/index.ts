// The one file the workers' bundle begins at: every workflow is named here.
export { chatwootReconcile, chatwootSync } from './chatwoot/chatwoot-sync';
export { conversation } from './conversation/conversation';
export { flowAudience } from './flow/flow-audience';
export { flowRun } from './flow/flow-run';
export { sweepInbox } from './inbox/sweep-inbox';
export { ingestDocument } from './knowledge/ingest-document';
