import { ActivityFailure, condition, isCancellation, log, rootCause } from '@temporalio/workflow';
import { isOwed } from '../../domain/conversation/next-step';
import { untilPlaced } from '../until-placed';
import { giveUpMedia, takeInMedia } from './activities';
import type { Ledger } from './ledger';
import type { ConversationInput } from './messages';

interface ArrivedMedia {
  id: string;
  /** Its message's place in the timeline. */
  seq: number;
  /** How long an answer waits for it (ms). */
  waitMs: number;
}

/** Has the files of a conversation fetched and understood, and says what an answer should still wait for. */
export class MediaDesk {
  private readonly taken = new Set<number>();
  /** Files of the business itself that are done or under way, by id. */
  private readonly fetched = new Set<string>();
  /** Files under way: until when an answer waits (Unix ms), by place in the timeline. */
  private readonly awaited = new Map<number, number>();
  private underWay = 0;
  /** Files up to this place are waited for no longer; 0: none was given up. */
  gaveUpSeq: number;

  constructor(
    private readonly input: ConversationInput,
    private readonly ledger: Ledger,
  ) {
    this.gaveUpSeq = input.carried?.gaveUpSeq ?? 0;
  }

  /** A file came. The same one again is nothing new: one that is neither done nor under way will not come. */
  take(media: ArrivedMedia): void {
    const { seq } = media;
    if (this.taken.has(seq)) {
      if (!this.awaited.has(seq)) this.giveUp(seq);
      return;
    }
    this.taken.add(seq);
    this.awaited.set(seq, Date.now() + media.waitMs);
    this.underWay += 1;
    void this.process(media.id, seq);
  }

  /** The business itself sent a file, from its phone: it is taken in, and no answer waits for it. */
  fetch(id: string): void {
    if (this.fetched.has(id)) return;
    this.fetched.add(id);
    this.underWay += 1;
    void this.process(id);
  }

  holdsAnswer(): boolean {
    return this.awaited.size > 0;
  }

  /** Waits for what is under way, for each file no longer than it may take. Ends when no answer is owed any more. */
  async settle(): Promise<void> {
    while (this.holdsAnswer() && isOwed(this.ledger.facts)) {
      const left = Math.min(...this.awaited.values()) - Date.now();
      const settled =
        left > 0 &&
        (await condition(() => !this.holdsAnswer() || !isOwed(this.ledger.facts), left, {
          summary: 'Espera um arquivo ser entendido',
        }));
      if (!settled) this.dropLate();
    }
  }

  /** Nothing is under way: the run may end. */
  isIdle(): boolean {
    return this.underWay === 0;
  }

  private dropLate(): void {
    for (const [seq, until] of this.awaited) {
      if (until > Date.now()) continue;
      this.awaited.delete(seq);
      this.giveUp(seq);
    }
  }

  private giveUp(seq: number): void {
    this.gaveUpSeq = Math.max(this.gaveUpSeq, seq);
  }

  /** `seq`: an answer waits for it, until it is done. */
  private async process(id: string, seq?: number): Promise<void> {
    const { tenantId, conversationId } = this.input;
    const file = { tenantId, conversationId, mediaId: id, correlationId: this.ledger.correlationId };
    try {
      await untilPlaced(() => takeInMedia(file));
    } catch (error) {
      // The whole run is being ended.
      if (isCancellation(error)) return;
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('a file could not be taken in', { cause: rootCause(error) });
      await this.recordFailure(file);
    } finally {
      if (seq !== undefined) this.awaited.delete(seq);
      this.underWay -= 1;
    }
  }

  private async recordFailure(file: Parameters<typeof giveUpMedia>[0]): Promise<void> {
    try {
      await giveUpMedia(file);
    } catch (error) {
      if (isCancellation(error)) return;
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('it could not be written down that a file will not come', { cause: rootCause(error) });
    }
  }
}
