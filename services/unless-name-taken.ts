import { ConflictError, ErrorCode } from '../domain/errors';
import { Prisma } from '../prisma/generated/client';

/** Prisma's code for a broken unique constraint. */
const UNIQUE_BROKEN = 'P2002';

/** Runs a write whose name must be unique within its tenant. @throws ConflictError name_taken */
export async function unlessNameTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_BROKEN) {
      throw new ConflictError(ErrorCode.name_taken, 'Another one has this name', { cause: error });
    }
    throw error;
  }
}
