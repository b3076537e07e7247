import { parseArgs } from 'node:util';
import * as z from 'zod';
import { openDatabase } from '../adapters/postgres/database';
import { runProcess, StartupError } from '../config/run-process';
import { PASSWORD_MAX_CHARACTERS, PASSWORD_MIN_CHARACTERS } from '../services/auth/password';
import { createTenant } from '../services/tenant/create-tenant';
import { askPassword } from './ask-password';
import { Prisma } from './generated/client';

const USAGE =
  'npm run create-tenant -- --name "Clínica Aurora" --owner "Rafaela Lima" --email rafaela@example.com [--super-admin]';

const name = (what: string) =>
  z
    .string({ error: `--${what} is missing.` })
    .trim()
    .min(1, `--${what} is empty.`)
    .max(120, `--${what} has more than 120 characters.`);

const schema = z.object({
  name: name('name'),
  owner: name('owner'),
  email: z
    .string({ error: '--email is missing.' })
    .trim()
    .toLowerCase()
    .max(254, '--email has more than 254 characters.')
    .pipe(z.email('--email is not an e-mail address.')),
  'super-admin': z.boolean().default(false),
});

/**
 * Makes a business and the first person of it, who signs in with the e-mail and the password given: the way into a
 * production database, which no seed touches. `npm run create-tenant`
 */
runProcess('create-tenant', async (env, log) => {
  const input = readArguments(process.argv.slice(2));
  const db = openDatabase({
    ...env.database,
    log: (error) => log.warn({ err: error }, 'a database connection failed'),
  });
  await db.ping().catch((error: unknown) => {
    throw new StartupError(
      'The database did not answer; check DATABASE_URL, or that `npm start` runs. Nothing was made.',
      { cause: error },
    );
  });
  // Before anybody types a password in vain.
  const known = await db.withSystem((tx) => tx.user.count({ where: { email: input.email } }));
  if (known > 0) throw taken(input.email);
  const password = await askPassword();
  if (password.length < PASSWORD_MIN_CHARACTERS || password.length > PASSWORD_MAX_CHARACTERS) {
    throw new StartupError(
      `The password must have ${PASSWORD_MIN_CHARACTERS} to ${PASSWORD_MAX_CHARACTERS} characters; nothing was made.`,
    );
  }
  const role = input['super-admin'] ? 'SUPER_ADMIN' : 'ORG_ADMIN';
  try {
    const { tenantId } = await createTenant(
      { db },
      { name: input.name, owner: { name: input.owner, email: input.email, password, role } },
    );
    process.stdout.write(
      `Made ${input.name} (${tenantId}). ${input.email} signs in as ${role} at ${env.publicUrl}\n`,
    );
  } catch (error) {
    // Somebody else made the same one meanwhile.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw taken(input.email);
    }
    throw error;
  }
  process.exit(0);
});

function taken(email: string): StartupError {
  return new StartupError(`Somebody signs in as ${email} already; nothing was made.`);
}

/** @throws StartupError naming everything that is wrong, and how to call it */
function readArguments(args: string[]): z.infer<typeof schema> {
  const parsed = schema.safeParse(valuesOf(args));
  if (parsed.success) return parsed.data;
  throw usage(parsed.error.issues.map(({ message }) => message).join(' '));
}

function valuesOf(args: string[]): Record<string, unknown> {
  try {
    return parseArgs({
      args,
      options: {
        name: { type: 'string' },
        owner: { type: 'string' },
        email: { type: 'string' },
        'super-admin': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(problem: string): StartupError {
  return new StartupError(
    `${problem}\nSo: ${USAGE}\nThe password is asked for, or read from standard input.`,
  );
}
