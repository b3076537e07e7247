/** Whether a tenant's AI may work at all: a suspended account and a cancelled bill end it. */
export function mayUseAi({ status, billingStatus }: { status: string; billingStatus: string }): boolean {
  return status === 'active' && billingStatus !== 'cancelled';
}
