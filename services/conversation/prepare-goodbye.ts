import * as z from 'zod';
import { newId } from '../../config/new-id';
import type { Deps } from '../deps';

const preparedSchema = z.object({ id: z.string() }).nullable();

/**
 * Puts the words that end a quiet conversation into its outbox, once for each time the AI had the last word.
 *
 * @returns the balloon to claim; undefined when there is nothing to end, or nothing to say
 */
export async function prepareGoodbye(
  deps: Pick<Deps, 'db'>,
  input: { tenantId: string; conversationId: string; text: string },
): Promise<string | undefined> {
  if (input.text.trim() === '') return undefined;
  const balloon = { id: newId(), messageId: newId(), body: input.text };
  const result = await deps.db.call('prepare_goodbye', [
    input.tenantId,
    input.conversationId,
    JSON.stringify(balloon),
  ]);
  return preparedSchema.parse(result)?.id;
}
