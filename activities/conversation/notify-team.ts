import type { HandoffReason } from '../../domain/conversation/state';
import { notifyHandoff } from '../../services/conversation/notify-handoff';
import type { ActivityDeps } from '../deps';

export interface NotifyTeamInput {
  tenantId: string;
  conversationId: string;
  /** One id, one mail. */
  notificationId: string;
  reason: HandoffReason;
  correlationId: string | null;
}

/** Calls the team to a conversation by e-mail; the dashboards were told when its state was written. */
export function createNotifyTeam(deps: ActivityDeps) {
  return async function notifyTeam(input: NotifyTeamInput): Promise<void> {
    await notifyHandoff(deps, input);
  };
}
