import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { FrameReader, type Unit } from './frame-reader';

/**
 * PostgreSQL's wire protocol for the embedded database, which has one backend for all clients. A client's extended
 * query (Parse … Sync) runs whole and its transaction keeps the backend until it ends: unnamed statements and portals
 * belong to the backend, so anything in between would run on another client's behalf.
 *
 * `@electric-sql/pglite-socket` queues single messages instead, and under load gave one client another's results
 * (seen: "unnamed prepared statement does not exist", rows missing): docs/adr/0006-own-wire-server.md.
 */
export class WireServer {
  private readonly server: Server;
  private readonly clients = new Set<Client>();
  private readonly waiting: { client: Client; unit: Unit }[] = [];
  /** Whose transaction is open. */
  private owner: Client | undefined;
  private running = false;

  constructor(private readonly db: PGlite) {
    this.server = createServer({ noDelay: true }, (socket) => this.accept(socket));
  }

  async listen(port: number, host: string): Promise<void> {
    await new Promise<void>((listening, failed) => {
      this.server.once('error', failed);
      this.server.listen(port, host, listening);
    });
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.socket.destroy();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  private accept(socket: Socket): void {
    const client = new Client(socket);
    this.clients.add(client);
    const reader = new FrameReader({
      unit: (unit) => {
        this.waiting.push({ client, unit });
        void this.work();
      },
      refuseEncryption: () => socket.write('N'),
      end: () => socket.end(),
    });
    socket.on('data', (bytes) => reader.push(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      client.gone = true;
      this.clients.delete(client);
      void this.work();
    });
  }

  /** Runs what waits, one unit after the other; while a transaction is open, only its owner's. */
  private async work(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (let next = await this.next(); next !== undefined; next = await this.next()) {
        const status = await this.run(next.client, next.unit);
        this.owner = status === undefined || status === IDLE ? undefined : next.client;
      }
    } finally {
      this.running = false;
    }
  }

  private async next(): Promise<{ client: Client; unit: Unit } | undefined> {
    if (this.owner?.gone) {
      await this.db.exec('ROLLBACK');
      this.owner = undefined;
    }
    for (;;) {
      const { owner } = this;
      const at = owner === undefined ? 0 : this.waiting.findIndex(({ client }) => client === owner);
      const [next] = at < 0 ? [] : this.waiting.splice(at, 1);
      if (next === undefined || !next.client.gone) return next;
    }
  }

  /** @returns the transaction status the backend reports at the end; undefined when it reports none */
  private async run(client: Client, unit: Unit): Promise<number | undefined> {
    const output: Uint8Array[] = [];
    await this.db.runExclusive(async () => {
      for (const message of unit) {
        await this.db.execProtocolRawStream(message, {
          // The buffer is the backend's own and is written again by the next message.
          onRawData: (data) => output.push(Uint8Array.from(data)),
        });
      }
    });
    const answer = Buffer.concat(output);
    if (!client.gone) client.socket.write(answer);
    return statusAtEnd(answer);
  }
}

class Client {
  gone = false;
  constructor(readonly socket: Socket) {}
}

/** ReadyForQuery: `Z`, its length, and one byte: I (idle), T (in a transaction) or E (in a failed one). */
const READY_FOR_QUERY = Buffer.from([0x5a, 0, 0, 0, 5]);
const IDLE = 0x49;

function statusAtEnd(answer: Buffer): number | undefined {
  const tail = answer.subarray(-6);
  return tail.length === 6 && tail.subarray(0, 5).equals(READY_FOR_QUERY) ? tail[5] : undefined;
}
