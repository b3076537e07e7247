import type { Limits } from '../../../adapters/limits/limits';
import type { Endpoint } from '../../endpoint';
import {
  createAutomationEndpoint,
  duplicateAutomationEndpoint,
  getAutomationEndpoint,
  listAutomationsEndpoint,
  removeAutomationEndpoint,
  saveAutomationEndpoint,
} from './automations';
import { catalogueEndpoint, listTemplatesEndpoint } from './catalogue';
import { lockAutomationEndpoint, unlockAutomationEndpoint } from './lock';
import { exportAutomationEndpoint, importAutomationEndpoint } from './portable';
import {
  pauseAutomationEndpoint,
  publishAutomationEndpoint,
  resumeAutomationEndpoint,
  unpublishAutomationEndpoint,
} from './publish';
import { failuresEndpoint, fleetEndpoint } from './run-overview';
import {
  cancelRunEndpoint,
  getRunEndpoint,
  listAllRunsEndpoint,
  listRunsEndpoint,
  moveRunsEndpoint,
  retryRunEndpoint,
  samplesEndpoint,
  startRunEndpoint,
} from './runs';
import { simulateEndpoints } from './simulate';
import {
  diffVersionsEndpoint,
  getVersionEndpoint,
  listVersionsEndpoint,
  restoreVersionEndpoint,
} from './versions';

/** Automations: what tenants draw, publish and watch. */
export const automationEndpoints = (limits: Limits): Endpoint[] => [
  listAutomationsEndpoint,
  createAutomationEndpoint,
  // Before {id}, which would take the words for ids.
  catalogueEndpoint,
  listTemplatesEndpoint,
  importAutomationEndpoint,
  listAllRunsEndpoint,
  getRunEndpoint,
  cancelRunEndpoint,
  retryRunEndpoint,
  getAutomationEndpoint,
  saveAutomationEndpoint,
  removeAutomationEndpoint,
  duplicateAutomationEndpoint,
  lockAutomationEndpoint,
  unlockAutomationEndpoint,
  publishAutomationEndpoint,
  unpublishAutomationEndpoint,
  pauseAutomationEndpoint,
  resumeAutomationEndpoint,
  listVersionsEndpoint,
  getVersionEndpoint,
  diffVersionsEndpoint,
  restoreVersionEndpoint,
  exportAutomationEndpoint,
  ...simulateEndpoints(limits),
  startRunEndpoint,
  listRunsEndpoint,
  fleetEndpoint,
  failuresEndpoint,
  moveRunsEndpoint,
  samplesEndpoint,
];
