import { alertWaiting } from '../../services/conversation/alert-waiting';
import type { ActivityDeps } from '../deps';

export interface AlertTeamInput {
  tenantId: string;
  conversationId: string;
  /** One id, one mail. */
  alertId: string;
  /** 1 the first time in a waiting period, 2 the last. */
  level: 1 | 2;
  correlationId: string | null;
}

/** Alerts the team to a customer who has waited too long. */
export function createAlertTeam(deps: ActivityDeps) {
  return async function alertTeam(input: AlertTeamInput): Promise<void> {
    await alertWaiting(deps, input);
  };
}
