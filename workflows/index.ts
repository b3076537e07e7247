// The one file the workers' bundle begins at: every workflow is named here.
export { conversation } from './conversation/conversation';
export { flowRun } from './flow/flow-run';
export { sweepInbox } from './inbox/sweep-inbox';
export { ingestDocument } from './knowledge/ingest-document';
