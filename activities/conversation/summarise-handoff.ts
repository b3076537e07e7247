import {
  type HandoffToSummarise,
  summariseHandoff as summarise,
} from '../../services/conversation/summarise-handoff';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';

/** Writes what the team should know of a conversation that was handed over. */
export function createSummariseHandoff(deps: ActivityDeps) {
  return async function summariseHandoff(
    input: HandoffToSummarise & { correlationId: string | null },
  ): Promise<void> {
    await keepAlive((signal) => summarise(deps, input, signal));
  };
}
