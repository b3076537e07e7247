import type { TimelineEntry } from '../../domain/agent/build-prompt';
import { isMediaKind, type MediaProblem } from '../../domain/media/media';
import type { Deps } from '../deps';

/**
 * Puts what is known of files beside the messages they came with. Asks the database only where there are any.
 *
 * @param input.gaveUpSeq files up to this place are waited for no longer: what is not here yet counts as not coming
 */
export async function withMediaOf(
  deps: Pick<Deps, 'db'>,
  input: { tenantId: string; conversationId: string; gaveUpSeq: number },
  timeline: TimelineEntry[],
): Promise<TimelineEntry[]> {
  const { tenantId, conversationId } = input;
  const seqs = timeline.flatMap(({ kind, author, seq }) =>
    (author === 'customer' || author === 'human') && isMediaKind(kind) ? [BigInt(seq)] : [],
  );
  if (seqs.length === 0) return timeline;
  const files = await deps.db.withTenant(tenantId, (tx) =>
    tx.media.findMany({ where: { tenantId, conversationId, seq: { in: seqs } } }),
  );
  return timeline.map((entry) => {
    const file = files.find(({ seq }) => Number(seq) === entry.seq);
    if (file === undefined) return entry;
    const settled = file.settledAt !== null;
    const abandoned = !settled && entry.seq <= input.gaveUpSeq;
    const problem = abandoned ? 'unavailable' : (file.problem as MediaProblem | null);
    const { id, fileName, words } = file;
    return { ...entry, media: { id, fileName, words, problem, settled: settled || abandoned } };
  });
}
