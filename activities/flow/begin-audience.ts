import { type AudiencePart, type AudienceRest, beginAudience } from '../../services/flow/begin-audience';
import type { ActivityDeps } from '../deps';

/** Begins the next runs of a schedule's hour. Safe to repeat: each is begun once. */
export function createBeginAudience(deps: ActivityDeps) {
  return function beginFlowAudience(part: AudiencePart): Promise<AudienceRest> {
    return beginAudience(deps, part, Date.now());
  };
}
