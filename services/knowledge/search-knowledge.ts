import * as z from 'zod';
import type { ScoredPassage } from '../../domain/agent/confidence';
import type { Deps, TenantContext } from '../deps';
import type { EmbedQuestion } from './embed-question';

const passagesSchema = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    document: z.string(),
    score: z.number(),
    similarity: z.number(),
    coverage: z.number(),
  }),
);

/**
 * The tenant's passages nearest to a question, best first: exact vector search fused with Portuguese full text.
 *
 * @param limit how many at most
 */
export async function searchKnowledge(
  deps: Pick<Deps, 'db'> & { embedQuestion: EmbedQuestion },
  ctx: Pick<TenantContext, 'tenantId'>,
  input: { question: string; limit: number; signal?: AbortSignal },
): Promise<ScoredPassage[]> {
  const vector = await deps.embedQuestion(input.question, input.signal);
  return passagesSchema.parse(
    await deps.db.call('search_knowledge', [ctx.tenantId, vector, input.question, input.limit]),
  );
}
