import * as z from 'zod';
import type { ScoredPassage } from '../../domain/agent/confidence';
import type { Retrieval } from '../../domain/agent/trace';
import type { Deps, TenantContext } from '../deps';
import type { EmbedQuestion } from './embed-question';

const foundSchema = z.object({
  retrieval: z.enum(['hybrid', 'text']),
  passages: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      document: z.string(),
      score: z.number(),
      similarity: z.number(),
      coverage: z.number(),
    }),
  ),
});

export interface FoundPassages {
  passages: ScoredPassage[];
  retrieval: Retrieval;
}

/**
 * The tenant's passages nearest to a question, best first: exact vector search fused with Portuguese full text. What
 * another model has indexed is found by its words alone, and `retrieval` says so; the sweep indexes it anew.
 *
 * @param limit how many at most
 */
export async function searchKnowledge(
  deps: Pick<Deps, 'db'> & { embedQuestion: EmbedQuestion },
  ctx: Pick<TenantContext, 'tenantId'>,
  input: { question: string; limit: number; signal?: AbortSignal },
): Promise<FoundPassages> {
  const { vector, model } = await deps.embedQuestion(input.question, input.signal);
  return foundSchema.parse(
    await deps.db.call('search_passages', [ctx.tenantId, vector, model, input.question, input.limit]),
  );
}
