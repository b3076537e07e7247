import type { Transaction } from '../../adapters/postgres/database';
import type { Said } from '../../domain/flow/answers';
import { isMediaKind } from '../../domain/media/media';
import type { Media, Message } from '../../prisma/generated/client';

/** A customer's message as flows see it. */
export interface SaidMessage extends Said {
  id: string;
  kind: string;
}

/** What a customer has said in a part of the timeline, in its order; what they took back is left out. */
export async function readSaid(
  tx: Transaction,
  conversation: { id: string; tenantId: string },
  part: { afterSeq: number; uptoSeq: number },
): Promise<SaidMessage[]> {
  const { tenantId, id: conversationId } = conversation;
  const messages = await tx.message.findMany({
    where: {
      tenantId,
      conversationId,
      author: 'customer',
      deletedAt: null,
      seq: { gt: BigInt(part.afterSeq), lte: BigInt(part.uptoSeq) },
    },
    orderBy: { seq: 'asc' },
  });
  const withFile = messages.flatMap(({ id, kind }) => (isMediaKind(kind) ? [id] : []));
  const files =
    withFile.length === 0 ? [] : await tx.media.findMany({ where: { tenantId, id: { in: withFile } } });
  return messages.map((message) =>
    asSaid(
      message,
      files.find(({ id }) => id === message.id),
    ),
  );
}

function asSaid({ id, kind, text }: Message, file: Media | undefined): SaidMessage {
  if (!isMediaKind(kind)) return { id, kind, text };
  const words = file?.words ?? '';
  return {
    id,
    kind,
    // What was spoken is said as what is written.
    text: text === '' && kind === 'audio' ? words : text,
    // The address is the API's: files are not on the open internet.
    media: { tipo: kind, nome: file?.fileName ?? '', url: `/api/v1/media/${id}`, texto: words || text, id },
  };
}
