import type { Readable } from 'node:stream';

/** Inclusive, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The port: keeps bytes by tenant and by what they are (SHA-256, hex). The same bytes again are kept once. One driver
 * stands: files on disk (disk-media-store.ts).
 */
export interface MediaStore {
  /** Whole or not at all. @returns the address */
  put(tenantId: string, bytes: Uint8Array): Promise<string>;
  has(tenantId: string, sha256: string): Promise<boolean>;
  /** @returns undefined when nothing is there */
  read(tenantId: string, sha256: string): Promise<Buffer | undefined>;
  /** A part, or all of it, as a stream. @returns undefined when nothing is there */
  open(
    tenantId: string,
    sha256: string,
    range?: ByteRange,
  ): Promise<{ size: number; stream: Readable } | undefined>;
  /** Removing what is not there is fine. */
  remove(tenantId: string, sha256: string): Promise<void>;
}
