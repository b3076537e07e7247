import { Context } from '@temporalio/activity';
import { giveUpMedia, type MediaRef, takeInMedia } from '../../services/media/take-in-media';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';

export interface TakeInMediaInput extends MediaRef {
  correlationId: string | null;
}

/** Fetches, keeps and understands one file; a retry goes on from what is done. */
export function createTakeInMedia(deps: ActivityDeps) {
  return async function takeIn(input: TakeInMediaInput): Promise<void> {
    const { attempt } = Context.current().info;
    await keepAlive((signal) => takeInMedia(deps, input, { attempt, signal }));
  };
}

/** Says that a file will not come, or not be understood. */
export function createGiveUpMedia(deps: ActivityDeps) {
  return async function giveUp(input: TakeInMediaInput): Promise<void> {
    await giveUpMedia(deps, input);
  };
}
