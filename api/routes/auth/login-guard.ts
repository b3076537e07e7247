import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Limits } from '../../../adapters/limits/limits';
import { ErrorCode, QuotaExceededError, UnauthorizedError } from '../../../domain/errors';

/** Who tries to sign in. */
export interface Attempt {
  /** The caller's address, as the proxy before us names it. */
  address: string;
  email: string;
}

/**
 * Runs a sign-in unless too many have failed lately.
 *
 * @throws QuotaExceededError too_many_attempts, with the time to wait; the attempt was not run then
 */
export type LoginGuard = <T>(who: Attempt, attempt: () => Promise<T>) => Promise<T>;

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Failures of one address for one e-mail: a person who does not remember, and somebody who guesses at one desk. */
const PAIR = { attempts: 10, withinSeconds: 15 * MINUTE };
/** Failures for one e-mail, wherever from: a guess that is spread over many addresses. At most 1,200 a day. */
const EMAIL = { attempts: 50, withinSeconds: 60 * MINUTE };
/** Failures of one address, for whichever e-mails: one password tried at everybody. An office shares an address. */
const ADDRESS = { attempts: 100, withinSeconds: 15 * MINUTE };
/** An address from which an e-mail has signed in is known for this long after the last time. */
const KNOWN_SECONDS = 14 * DAY;

/**
 * Three rules over failed sign-ins: for a pair of address and e-mail, for an e-mail, for an address.
 *
 * When the rule for an e-mail or an address is broken, the password is not looked at, also when it is right: looking
 * would tell the one who guesses, and a limit on wrong answers alone limits nothing. So that nobody can lock an owner
 * out by guessing, a pair that has signed in lately is bound by its own rule only: it has shown the password from that
 * address, which those who guess have not, and ten tries in 15 minutes are all it gives them if they sit there too.
 *
 * An attempt is taken before the password is looked at and given back if it was right, so that a thousand at once are
 * no way round. Keys are hashes: what counts holds nobody's e-mail.
 */
export function createLoginGuard(limits: Limits): LoginGuard {
  const pairs = limits.limit('login-pair', PAIR);
  const emails = limits.limit('login-email', EMAIL);
  const addresses = limits.limit('login-address', ADDRESS);
  const known = limits.memo('login-known', KNOWN_SECONDS);

  return async (who, attempt) => {
    const address = networkOf(who.address);
    const email = who.email.trim().toLowerCase();
    const pair = hash(`${address} ${email}`);
    const own = { limit: pairs, key: pair };
    const wide = [
      { limit: emails, key: hash(email) },
      { limit: addresses, key: hash(address) },
    ];
    const rules = (await known.knows(pair)) ? [own] : [own, ...wide];
    const taken: typeof rules = [];
    const giveBack = () => Promise.all(taken.map(({ limit, key }) => limit.giveBack(key)));
    for (const rule of rules) {
      const waitMs = await rule.limit.take(rule.key);
      if (waitMs !== undefined) {
        await giveBack();
        throw new QuotaExceededError(ErrorCode.too_many_attempts, 'Too many failed sign-ins', {
          details: { retryAfterMs: waitMs },
        });
      }
      taken.push(rule);
    }
    try {
      const result = await attempt();
      await giveBack();
      await Promise.all([pairs.forget(pair), known.remember(pair)]);
      return result;
    } catch (error) {
      // Only a wrong password counts: what fails otherwise (a database that is away, a cancelled account) was no guess.
      if (!(error instanceof UnauthorizedError)) await giveBack();
      throw error;
    }
  };
}

/** IPv6 callers have 2^64 addresses each: what they share, the first 64 bits, is what counts. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (part: string | undefined) => (part === undefined || part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = groups(tail);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
