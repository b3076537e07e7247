import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasErrorCode } from '../../config/has-error-code';
import type { MediaStore } from './media-store';

const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Readable by this program's user alone. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Files under `root`: `<tenant>/<first two of the address>/<address>`. */
export function createDiskMediaStore(root: string): MediaStore {
  /** Names come from our own rows; one that is anything else must not become a path. */
  function pathOf(tenantId: string, sha256: string): string {
    if (!TENANT.test(tenantId) || !SHA256.test(sha256)) throw new Error('not an address of the media store');
    return join(root, tenantId, sha256.slice(0, 2), sha256);
  }

  return {
    async put(tenantId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(tenantId, sha256);
      await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
      // Written beside and renamed: a crash in the middle leaves no half file under a name that promises all of it.
      const draft = `${path}.${randomUUID()}`;
      try {
        const file = await open(draft, 'wx', FILE_MODE);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      return sha256;
    },

    async has(tenantId, sha256) {
      return (await absentIfMissing(stat(pathOf(tenantId, sha256)))) !== undefined;
    },

    async read(tenantId, sha256) {
      return absentIfMissing(readFile(pathOf(tenantId, sha256)));
    },

    async open(tenantId, sha256, range) {
      const file = await absentIfMissing(open(pathOf(tenantId, sha256), 'r'));
      if (file === undefined) return undefined;
      const { size } = await file.stat();
      // The stream closes the file when it ends or is destroyed.
      return { size, stream: file.createReadStream(range ?? {}) };
    },

    async remove(tenantId, sha256) {
      await rm(pathOf(tenantId, sha256), { force: true });
    },
  };
}

async function absentIfMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
