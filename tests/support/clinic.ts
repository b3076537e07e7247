import { type Harness, startHarness } from './harness';
import type { TestTenant } from './test-tenant';

export const CLINIC = {
  question: 'Quanto custa a consulta?',
  answer: 'A consulta custa R$ 220.',
  fallback: 'Já chamo alguém.',
} as const;

export interface Clinic {
  harness: Harness;
  tenant: TestTenant;
  instance: string;
  channelId: string;
}

/** A business with one number, that knows its hours and one price, and answers at once and without a greeting. */
export async function startClinic(): Promise<Clinic> {
  const harness = await startHarness();
  const tenant = await harness.tenant();
  await tenant.configure({
    timing: { debounceMs: 0 },
    messages: { greeting: '', fallback: CLINIC.fallback },
  });
  await tenant.learn(`Atendemos de segunda a sexta das 7h às 19h. ${CLINIC.answer}`);
  return { harness, tenant, ...(await tenant.connectNumber(harness.phone)) };
}
