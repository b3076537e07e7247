import type { AddressInfo, Socket } from 'node:net';
import { buffer as readAll } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { FaultKind } from '../faults/fault';
import type { World } from '../world';
import { readMail } from './read-mail';

const KEPT_MAILS = 200;
const AT_DATA: readonly FaultKind[] = ['delay', 'delayAnswer', 'dataRefused', 'dropAfterData'];

interface MailServer {
  url: string;
  close: () => Promise<void>;
}

/** The mail server stand-in: takes whatever is sent, from whoever logs in with whatever. */
export async function startMailServer(world: World, port: number, host: string): Promise<MailServer> {
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    banner: 'Prosa sandbox',
    onAuth: (auth, _session, done) => {
      if (take(world, 'loginRefused')) done(refusal(535, 'Authentication credentials invalid'));
      else done(null, { user: auth.username ?? 'anyone' });
    },
    onRcptTo: (address, _session, done) => {
      const isRefused = take(world, 'recipientRefused', address.address);
      done(isRefused ? refusal(550, 'No such user here') : null);
    },
    onData: (stream, session, done) => {
      receive(world, stream, session).then(
        (outcome) => {
          if (outcome === 'drop') sockets.get(session.remotePort)?.destroy();
          else if (outcome === 'refuse') done(refusal(451, 'Requested action aborted: try again later'));
          else done(null, 'Queued by the sandbox');
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // Clients that vanish are no failure of ours.
  server.on('error', (error) => world.log.debug({ err: error }, 'mail client went away'));
  const listener = server.listen(port, host);
  await new Promise<void>((resolve, reject) => {
    listener.once('listening', resolve);
    listener.once('error', reject);
  });
  listener.on('connection', (socket) => {
    const remotePort = socket.remotePort ?? 0;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  return {
    url: `smtp://sandbox:sandbox@127.0.0.1:${portOf(listener.address())}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets.values()) socket.destroy();
      await closed;
    },
  };
}

type Outcome = 'keep' | 'refuse' | 'drop';

async function receive(
  world: World,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Outcome> {
  const raw = await readAll(stream);
  const faults = world.faults.take('smtp', { kinds: AT_DATA, text: () => raw.toString() });
  for (const fault of faults) {
    if (fault.kind === 'delay') await world.clock.sleep(fault.ms, world.closing);
  }
  const kinds = faults.map(({ kind }) => kind);
  const mail = await readMail(raw, {
    from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
    to: session.envelope.rcptTo.map(({ address }) => address),
    at: world.clock.now(),
  });
  const isRefused = kinds.includes('dataRefused');
  world.journal.received({
    at: mail.at,
    system: 'smtp',
    method: 'DATA',
    path: mail.to.join(', '),
    headers: {},
    body: { from: mail.from, to: mail.to, subject: mail.subject, messageId: mail.messageId },
    status: isRefused ? 451 : kinds.includes('dropAfterData') ? null : 250,
    durationMs: null,
    faults: kinds,
  });
  if (isRefused) return 'refuse';
  const { mails } = world.state;
  mails.push(mail);
  if (mails.length > KEPT_MAILS) mails.shift();
  world.changes.announce({ type: 'mails' });
  for (const fault of faults) {
    if (fault.kind === 'delayAnswer') await world.clock.sleep(fault.ms, world.closing);
  }
  // The mail was taken; that the sender never hears of it is what this fault is about.
  return kinds.includes('dropAfterData') ? 'drop' : 'keep';
}

/** Faults of one kind only, so that a refused login does not use up one meant for the data. */
function take(world: World, kind: FaultKind, text = ''): boolean {
  const taken = world.faults.take('smtp', { kinds: [kind], text: () => text });
  return taken.length > 0;
}

function refusal(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode });
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
