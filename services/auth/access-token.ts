import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { newId } from '../../config/new-id';
import { ErrorCode, UnauthorizedError } from '../../domain/errors';
import { ROLES } from '../deps';

/** Seconds (S4.16). */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const ISSUER = 'prosa';
const AUDIENCE = 'prosa-api';

const claimsSchema = z.object({
  sub: z.uuid(),
  email: z.string(),
  tenant_id: z.uuid(),
  role: z.enum(ROLES),
  type: z.literal('access'),
});
export type AccessClaims = z.infer<typeof claimsSchema>;

export async function signAccessToken(claims: Omit<AccessClaims, 'type'>, secret: string): Promise<string> {
  return new SignJWT({ ...claims, type: 'access' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setJti(newId())
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .sign(new TextEncoder().encode(secret));
}

/** @throws UnauthorizedError for anything but a token of ours that is still good */
export async function verifyAccessToken(token: string, secret: string): Promise<AccessClaims> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return claimsSchema.parse(payload);
  } catch (error) {
    throw new UnauthorizedError(ErrorCode.token_invalid, 'The access token is not valid or has expired', {
      cause: error,
    });
  }
}
