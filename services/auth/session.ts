import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import type { Deps, Role } from '../deps';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './access-token';

/** Days (S4.17). */
const REFRESH_TOKEN_DAYS = 30;

/** Who signed in, at which tenant. */
export interface SessionOwner {
  user: { id: string; name: string; email: string; role: Role };
  tenant: { id: string; name: string };
}

export interface Session extends SessionOwner {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  /** Opaque; for the cookie only. */
  refreshToken: string;
  refreshExpiresAt: Date;
}

/** Gives an access token and the next link of a refresh chain; `familyId` continues a chain. */
export async function openSession(
  tx: Transaction,
  deps: Pick<Deps, 'env'>,
  owner: SessionOwner,
  link: { familyId?: string; userAgent: string | null },
): Promise<Session> {
  const refreshToken = randomBytes(32).toString('base64url');
  const refreshExpiresAt = new Date(Date.now() + REFRESH_TOKEN_DAYS * 24 * 3_600_000);
  await tx.refreshToken.create({
    data: {
      id: newId(),
      tenantId: owner.tenant.id,
      userId: owner.user.id,
      familyId: link.familyId ?? newId(),
      tokenHash: hashToken(refreshToken),
      expiresAt: refreshExpiresAt,
      userAgent: link.userAgent?.slice(0, 300) ?? null,
    },
  });
  const accessToken = await signAccessToken(
    { sub: owner.user.id, email: owner.user.email, tenant_id: owner.tenant.id, role: owner.user.role },
    deps.env.jwtSecret,
  );
  return { ...owner, accessToken, expiresIn: ACCESS_TOKEN_SECONDS, refreshToken, refreshExpiresAt };
}

/** Tokens are kept as their SHA-256: 256 random bits need no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
