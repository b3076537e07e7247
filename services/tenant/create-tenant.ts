import { newId } from '../../config/new-id';
import { DEFAULT_MESSAGES } from '../../domain/agent/default-messages';
import { Tone } from '../../domain/agent/tone';
import { DEFAULT_TIMING } from '../../domain/conversation/timing';
import { DEFAULT_AGENT_NAME } from '../agent/agents';
import { hashPassword } from '../auth/password';
import type { Deps, Role } from '../deps';

/** Below it, half of what an answer needs is missing (S1.44). */
const DEFAULT_CONFIDENCE_THRESHOLD = 0.5;

export interface NewTenant {
  name: string;
  owner: { name: string; email: string; password: string; phone?: string; role: Role };
}

/** A tenant with its settings and its first person, all or nothing. */
export async function createTenant(
  deps: Pick<Deps, 'db'>,
  input: NewTenant,
): Promise<{ tenantId: string; userId: string }> {
  const tenantId = newId();
  const userId = newId();
  const passwordHash = await hashPassword(input.owner.password);
  await deps.db.withSystem(async (tx) => {
    await tx.tenant.create({ data: { id: tenantId, name: input.name } });
    await tx.user.create({
      data: {
        id: userId,
        name: input.owner.name,
        email: input.owner.email.trim().toLowerCase(),
        phone: input.owner.phone ?? null,
        passwordHash,
      },
    });
    await tx.membership.create({ data: { tenantId, userId, role: input.owner.role } });
    await tx.agent.create({
      data: { tenantId, name: DEFAULT_AGENT_NAME, tone: Tone.casual, isDefault: true },
    });
    await tx.botConfig.create({
      data: {
        tenantId,
        tone: Tone.casual,
        ...DEFAULT_MESSAGES,
        confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
        ...DEFAULT_TIMING,
      },
    });
  });
  return { tenantId, userId };
}
