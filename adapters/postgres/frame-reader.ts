/** Messages that the backend must see one right after the other. */
export type Unit = Uint8Array[];

interface Handlers {
  unit(unit: Unit): void;
  /** The client asks for TLS or GSSAPI encryption before anything else. */
  refuseEncryption(): void;
  /** The client takes its leave, or asks for what is not served. */
  end(): void;
}

const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;

/** Types after which the backend answers and is ready: Query, Sync, FunctionCall, CopyDone, CopyFail, password. */
const ENDS_UNIT = new Set(['Q', 'S', 'F', 'c', 'f', 'p'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

/** Cuts a client's bytes into units (PostgreSQL protocol 3.0, "Message Formats"). */
export class FrameReader {
  private buffer: Buffer = Buffer.alloc(0);
  private started = false;
  private unit: Unit = [];

  constructor(private readonly handlers: Handlers) {}

  push(bytes: Buffer): void {
    this.buffer = this.buffer.length === 0 ? bytes : Buffer.concat([this.buffer, bytes]);
    while (this.started ? this.readMessage() : this.readStartup());
  }

  /** The first message has no type: a length and what is wanted. */
  private readStartup(): boolean {
    const frame = this.take(0);
    if (frame === undefined) return false;
    const wanted = frame.length >= 8 ? frame.readInt32BE(4) : 0;
    if (wanted === SSL_REQUEST || wanted === GSS_REQUEST) {
      this.handlers.refuseEncryption();
    } else if (wanted === CANCEL_REQUEST) {
      this.handlers.end();
    } else {
      this.started = true;
      this.handlers.unit([frame]);
    }
    return true;
  }

  private readMessage(): boolean {
    const frame = this.take(1);
    if (frame === undefined) return false;
    const [type = 0] = frame;
    if (type === TERMINATE) {
      this.handlers.end();
      return false;
    }
    this.unit.push(frame);
    if (ENDS_UNIT.has(type)) {
      this.handlers.unit(this.unit);
      this.unit = [];
    }
    return true;
  }

  /** The next whole frame; its length field counts itself and begins at `lengthAt`. */
  private take(lengthAt: number): Buffer | undefined {
    if (this.buffer.length < lengthAt + 4) return undefined;
    const end = lengthAt + this.buffer.readInt32BE(lengthAt);
    if (this.buffer.length < end) return undefined;
    const frame = this.buffer.subarray(0, end);
    this.buffer = this.buffer.subarray(end);
    return frame;
  }
}
