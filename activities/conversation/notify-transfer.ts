import { notifyTransfer as mailTransfer } from '../../services/conversation/notify-transfer';
import type { ActivityDeps } from '../deps';

export interface NotifyTransferInput {
  tenantId: string;
  conversationId: string;
  /** One transfer, one mail. */
  transferId: string;
  correlationId: string | null;
}

/** Tells whoever a conversation was transferred to, by e-mail. */
export function createNotifyTransfer(deps: ActivityDeps) {
  return async function notifyTransfer(input: NotifyTransferInput): Promise<void> {
    await mailTransfer(deps, input);
  };
}
