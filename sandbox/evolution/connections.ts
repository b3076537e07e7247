import type { Clock } from '../clock';
import type { Changes } from '../state/changes';
import type { ConnectionState, Instance } from '../state/instance';
import type { Timings } from '../timings';
import { jidOf } from './jid';
import { newPairingCode, newQrCode, type QrCode } from './qr-code';
import type { WebhookSender } from './webhook-sender';

interface ConnectionParts {
  clock: Clock;
  timings: Timings;
  changes: Changes;
  webhooks: Pick<WebhookSender, 'emit'>;
  /** What waited for the number to be online again goes out. */
  onOpen: (instance: Instance) => void;
}

interface Attempt {
  qrCode: QrCode;
  cancel: AbortController;
}

/** Why WhatsApp ends a session for good: the person removed the device. */
const LOGGED_OUT = 401;

/** The state machine of every number: close → connecting, one QR code after another → open → close. */
export class Connections {
  readonly #parts: ConnectionParts;
  readonly #attempts = new Map<string, Attempt>();

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /** Starts showing QR codes; with a number also a code to be typed. */
  connect(instance: Instance, number?: string): void {
    this.#cancel(instance);
    const pairingCode = number === undefined ? null : newPairingCode();
    const attempt = this.#begin(instance, pairingCode);
    this.#enter(instance, 'connecting');
    this.#tell(instance, { state: 'connecting', statusReason: 200 });
    void this.#showQrCodes(instance, attempt);
  }

  /** Without a code to show, as while a dropped connection comes back, there is only a count of 0. */
  qrCode(instance: Instance): QrCode {
    return this.#attempts.get(instance.name)?.qrCode ?? { pairingCode: null, count: 0 };
  }

  /** Somebody read the QR code with the phone that has this number. */
  open(instance: Instance, number: string, profileName: string | null): void {
    this.#cancel(instance);
    instance.ownerJid = jidOf(number);
    instance.profileName = profileName;
    instance.disconnectionAt = null;
    instance.disconnectionReasonCode = null;
    this.#enterOpen(instance);
  }

  /** The session ends for good: unpaired on the phone, or logged out through the API. */
  close(instance: Instance): void {
    const hadSession = instance.ownerJid !== null;
    this.#cancel(instance);
    instance.disconnectionReasonCode = LOGGED_OUT;
    instance.disconnectionAt = new Date(this.#parts.clock.now()).toISOString();
    if (hadSession) this.#tellEnd(instance);
    instance.ownerJid = null;
    instance.profileName = null;
    this.#enter(instance, 'close');
    this.#tell(instance, { state: 'close', statusReason: LOGGED_OUT });
  }

  /** The socket breaks and comes back by itself; only `connecting` and `open` are told. */
  async drop(instance: Instance, ms: number): Promise<void> {
    this.#cancel(instance);
    const attempt = this.#begin(instance, null);
    this.#enter(instance, 'connecting');
    this.#tell(instance, { state: 'connecting', statusReason: 200 });
    const isCancelled = await this.#sleep(ms, attempt.cancel.signal);
    if (isCancelled) return;
    this.#attempts.delete(instance.name);
    this.#enterOpen(instance);
  }

  forget(instance: Instance): void {
    this.#cancel(instance);
  }

  stop(): void {
    for (const attempt of this.#attempts.values()) attempt.cancel.abort();
    this.#attempts.clear();
  }

  async #showQrCodes(instance: Instance, attempt: Attempt): Promise<void> {
    const { timings, webhooks, changes } = this.#parts;
    for (let count = 1; count <= timings.qrLimit; count += 1) {
      attempt.qrCode = newQrCode(count, attempt.qrCode.pairingCode);
      const { pairingCode, code, base64 } = attempt.qrCode;
      void webhooks.emit(instance, {
        event: 'qrcode.updated',
        data: { qrcode: { instance: instance.name, pairingCode, code, base64 } },
      });
      changes.announce({ type: 'instances' });
      if (await this.#sleep(timings.qrRotateMs, attempt.cancel.signal)) return;
    }
    this.#giveUp(instance);
  }

  #giveUp(instance: Instance): void {
    this.#attempts.delete(instance.name);
    void this.#parts.webhooks.emit(instance, {
      event: 'qrcode.updated',
      data: { message: 'QR code limit reached, please login again', statusCode: 500 },
    });
    this.#enter(instance, 'close');
    this.#tell(instance, { state: 'refused', statusReason: 428 });
  }

  #enterOpen(instance: Instance): void {
    this.#enter(instance, 'open');
    this.#tell(instance, {
      state: 'open',
      statusReason: 200,
      wuid: instance.ownerJid,
      profileName: instance.profileName,
      profilePictureUrl: null,
    });
    this.#parts.onOpen(instance);
  }

  #enter(instance: Instance, state: ConnectionState): void {
    instance.state = state;
    instance.updatedAt = new Date(this.#parts.clock.now()).toISOString();
    this.#parts.changes.announce({ type: 'instances' });
  }

  #tell(instance: Instance, data: object): void {
    void this.#parts.webhooks.emit(instance, {
      event: 'connection.update',
      data: { instance: instance.name, ...data },
    });
  }

  #tellEnd(instance: Instance): void {
    const { webhooks } = this.#parts;
    void webhooks.emit(instance, {
      event: 'status.instance',
      data: {
        instance: instance.name,
        status: 'closed',
        disconnectionAt: instance.disconnectionAt,
        disconnectionReasonCode: instance.disconnectionReasonCode,
        disconnectionObject: JSON.stringify({
          error: { data: { tag: 'stream:error', attrs: { code: String(LOGGED_OUT) } } },
          date: instance.disconnectionAt,
        }),
      },
    });
    void webhooks.emit(instance, { event: 'logout.instance', data: null });
  }

  #begin(instance: Instance, pairingCode: string | null): Attempt {
    const attempt: Attempt = { qrCode: { pairingCode, count: 0 }, cancel: new AbortController() };
    this.#attempts.set(instance.name, attempt);
    return attempt;
  }

  #cancel(instance: Instance): void {
    const attempt = this.#attempts.get(instance.name);
    attempt?.cancel.abort();
    this.#attempts.delete(instance.name);
  }

  /** True when cancelled before the time was up. */
  async #sleep(ms: number, signal: AbortSignal): Promise<boolean> {
    await this.#parts.clock.sleep(ms, signal).catch(() => undefined);
    return signal.aborted;
  }
}
