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

/** Calls the team to a conversation: live in the dashboard, and by e-mail. */
export function createNotifyTeam(deps: ActivityDeps) {
  return async function notifyTeam(input: NotifyTeamInput): Promise<void> {
    await notifyHandoff(deps, input);
  };
}
