import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/common';
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { FlowOutcome } from '../../domain/flow/order';
import type { Duty, FlowNews } from '../../services/flow/run-types';
import { untilPlaced } from '../until-placed';
import { callFlowNode } from './activities';

/** What a run waits for, and what it has heard. */
export class FlowDesk {
  private readonly open = new Map<string, { duty: Duty; scope: CancellationScope | null }>();
  /** Outside calls under way. */
  calls = 0;

  constructor(
    private readonly run: { tenantId: string; runId: string },
    private news: FlowNews[],
  ) {}

  hear(news: FlowNews): void {
    this.news.push(news);
  }

  hasNews(): boolean {
    return this.news.length > 0;
  }

  takeNews(): FlowNews[] {
    const taken = this.news;
    this.news = [];
    return taken;
  }

  /** An effect that has two parts, one after the other, keeps its name. */
  begin(duties: readonly Duty[]): void {
    for (const duty of duties) {
      this.end(duty.effect);
      const works = duty.as === 'call' || duty.until !== null;
      const scope = works ? new CancellationScope({ cancellable: true }) : null;
      this.open.set(duty.effect, { duty, scope });
      if (scope === null) continue;
      const work = duty.as === 'call' ? () => this.call(duty) : () => this.wait(duty);
      void scope.run(work);
    }
  }

  /** Nobody waits for it any more. */
  end(effect: string): void {
    this.open.get(effect)?.scope?.cancel();
    this.open.delete(effect);
  }

  duties(): Duty[] {
    return [...this.open.values()].map(({ duty }) => duty);
  }

  private tell(effect: string, outcome: FlowOutcome): void {
    this.hear({ type: 'outcome', effect, outcome });
  }

  private async wait({ effect, until, late }: Duty): Promise<void> {
    try {
      if (until !== null) await sleep(Math.max(0, until - Date.now()));
      this.tell(effect, late);
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }

  private async call(duty: Extract<Duty, { as: 'call' }>): Promise<void> {
    const { effect, node, kind, settings, retries, timeoutSeconds, title } = duty;
    const { tenantId, runId } = this.run;
    this.calls += 1;
    try {
      const work = callFlowNode(timeoutSeconds, title);
      const input = { tenantId, runId, effect, node, kind, settings, retries };
      this.tell(effect, await untilPlaced(() => work(input)));
    } catch (error) {
      // Dropped meanwhile: nobody waits for its outcome.
      if (this.open.get(effect)?.duty !== duty) return;
      this.tell(effect, { error: reasonOf(error) });
    } finally {
      this.calls -= 1;
    }
  }
}

function reasonOf(error: unknown): { type: string; message: string } {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof TimeoutFailure) {
    return { type: 'timeout', message: 'It took longer than the block allows' };
  }
  const type = cause instanceof ApplicationFailure ? (cause.type ?? 'error') : 'error';
  return { type, message: cause instanceof Error ? cause.message : '' };
}
