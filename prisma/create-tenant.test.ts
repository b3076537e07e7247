import { newId } from '../config/new-id';
import { type Harness, startHarness } from '../tests/support/harness';
import { runCommand } from '../tests/support/run-command';

const PASSWORD = 'uma-senha-comprida';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
}, 60_000);
afterAll(() => harness.close());

/** @param password what comes on standard input; null: nothing */
function create(args: string[], password: string | null = PASSWORD, env: Record<string, string> = {}) {
  return runCommand('create-tenant', args, {
    input: password === null ? '' : `${password}\n`,
    env: { PUBLIC_URL: 'https://app.example.test', ...env },
  });
}

const some = (email: string) => ['--name', 'Clínica Aurora', '--owner', 'Rafaela Lima', '--email', email];
const newEmail = () => `${newId()}@example.test`;
const peopleOf = (email: string) =>
  harness.deps.db.withSystem((tx) =>
    tx.user.findMany({ where: { email }, include: { memberships: { include: { tenant: true } } } }),
  );

async function signIn(email: string, password: string) {
  const response = await fetch(`${harness.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return { status: response.status, body: (await response.json()) as { user?: object; tenant?: object } };
}

describe('npm run create-tenant', () => {
  it('makes a business whose owner can sign in', async () => {
    const email = newEmail();
    const made = await create(some(` ${email.toUpperCase()} `));
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain(`${email} signs in as ORG_ADMIN at https://app.example.test`);
    expect(made.out + made.err).not.toContain(PASSWORD);
    expect(await signIn(email, PASSWORD)).toMatchObject({
      status: 200,
      body: { user: { name: 'Rafaela Lima', email, role: 'ORG_ADMIN' }, tenant: { name: 'Clínica Aurora' } },
    });
  });

  it('makes a platform admin when asked to', async () => {
    const email = newEmail();
    expect((await create([...some(email), '--super-admin'])).code).toBe(0);
    expect(await peopleOf(email)).toMatchObject([{ memberships: [{ role: 'SUPER_ADMIN' }] }]);
  });

  it('refuses an e-mail that is taken, in one sentence, and changes nothing', async () => {
    const email = newEmail();
    await create(some(email));
    const again = await create([...some(email.toUpperCase()), '--super-admin'], 'another-password');
    expect(again).toEqual({
      code: 1,
      out: '',
      err: `create-tenant: Somebody signs in as ${email} already; nothing was made.\n`,
    });
    expect(await peopleOf(email)).toMatchObject([{ memberships: [{ role: 'ORG_ADMIN' }] }]);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('makes one of two that are asked for at once', async () => {
    const email = newEmail();
    const both = await Promise.all([create(some(email)), create(some(email))]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(both.map(({ err }) => err).join('')).toContain(`Somebody signs in as ${email} already`);
    expect(await peopleOf(email)).toHaveLength(1);
  });

  it('says in one sentence that the database is not there', async () => {
    const refused = await create(some(newEmail()), PASSWORD, { DATABASE_PORT: '1' });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toBe(
      'create-tenant: The database did not answer; check DATABASE_URL, or that `npm start` runs. Nothing was made.\n',
    );
  });

  it.each([
    ['nothing', [], /--name is missing\. --owner is missing\. --email is missing\./],
    ['an empty name', ['--name', ' ', '--owner', 'R', '--email', 'r@example.test'], /--name is empty\./],
    [
      'a name without end',
      ['--name', 'x'.repeat(121), '--owner', 'R', '--email', 'r@example.test'],
      /--name has more than 120 characters\./,
    ],
    [
      'no address',
      ['--name', 'A', '--owner', 'R', '--email', 'rafaela'],
      /--email is not an e-mail address\./,
    ],
    [
      'a password as an argument',
      [...some('r@example.test'), '--password', 'x'],
      /Unknown option '--password'/,
    ],
    ['a word too many', [...some('r@example.test'), 'Aurora'], /Unexpected argument 'Aurora'/],
  ])('refuses %s, and says how to call it', async (_what, args, problem) => {
    const refused = await create(args);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(problem);
    expect(refused.err).toContain('So: npm run create-tenant -- --name');
    expect(refused.err).not.toMatch(/\n\s+at /);
  });

  it.each([
    ['no password', null, 'No password came on standard input; nothing was made.'],
    ['a short password', 'kurz', 'The password must have 8 to 200 characters; nothing was made.'],
    [
      'a password without end',
      'x'.repeat(201),
      'The password must have 8 to 200 characters; nothing was made.',
    ],
  ])('refuses %s, and makes nothing', async (_what, password, sentence) => {
    const email = newEmail();
    expect(await create(some(email), password)).toEqual({
      code: 1,
      out: '',
      err: `create-tenant: ${sentence}\n`,
    });
    expect(await peopleOf(email)).toEqual([]);
  });
});
