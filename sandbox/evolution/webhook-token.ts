import { createHmac } from 'node:crypto';

const LIFE_SECONDS = 600;

/** The HS256 token Evolution sends in place of a `jwt_key` header. */
export function webhookToken(secret: string, issuedAt: number): string {
  const header = encode({ alg: 'HS256', typ: 'JWT' });
  const claims = encode({
    iat: issuedAt,
    exp: issuedAt + LIFE_SECONDS,
    app: 'evolution',
    action: 'webhook',
  });
  const signature = createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url');
  return `${header}.${claims}.${signature}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
