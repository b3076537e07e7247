import type { TimelineEntry } from '../../domain/agent/build-prompt';
import { askAgain, isAskAgain } from '../../domain/media/ask-again';
import { isMediaKind } from '../../domain/media/media';
import type { LoadedTurn } from '../conversation/load-turn';
import { type Draft, failedDraft } from './draft-reply';

/** Unanswered files of which nobody knows yet what they say. */
export function filesToWaitFor(turn: LoadedTurn): { id: string; seq: number }[] {
  return turn.timeline
    .filter((entry) => isOpen(turn, entry))
    .flatMap(({ seq, media }) => (media === undefined || media.settled ? [] : [{ id: media.id, seq }]));
}

/**
 * Drafts what can be answered, and asks once for the files that cannot be used. When there is nothing else, no model
 * is asked; who was asked before and sends the like again gets a person.
 *
 * @param draft answers a turn
 */
export async function draftWithFiles(
  turn: LoadedTurn,
  attempt: number,
  draft: (turn: LoadedTurn) => Promise<Draft>,
): Promise<Draft> {
  const open = turn.timeline.filter((entry) => isOpen(turn, entry));
  const unusable = open.filter(isUnusable);
  if (unusable.length === 0) return draft(turn);
  const asked = turn.timeline
    .filter((entry) => !isOpen(turn, entry))
    .findLast(({ author }) => author !== 'customer');
  const askedBefore = asked !== undefined && isAskAgain(asked.text);
  const question = askAgain(unusable.flatMap(fileOf));
  const wordless = unusable.filter(({ text }) => text === '');
  if (wordless.length === open.length) {
    const base = failedDraft(turn, attempt, `files without use: ${problemsOf(unusable)}`);
    return askedBefore
      ? { ...base, reason: 'low_confidence' }
      : { ...base, decision: 'answered', reason: null, balloons: [question] };
  }
  // What the customer is asked for anyway is not the model's to answer.
  const timeline = turn.timeline.filter((entry) => !wordless.includes(entry));
  const drafted = await draft({ ...turn, timeline });
  // A person who takes over sees for themselves what came.
  if (drafted.decision !== 'answered' || askedBefore) return drafted;
  return { ...drafted, balloons: [...drafted.balloons, question] };
}

function isOpen(turn: LoadedTurn, entry: TimelineEntry): boolean {
  return entry.author === 'customer' && entry.seq > turn.answeredSeq;
}

function isUnusable(entry: TimelineEntry): boolean {
  return entry.media !== undefined && entry.media.problem !== null;
}

function fileOf({ kind, media }: TimelineEntry) {
  const problem = media?.problem ?? null;
  return isMediaKind(kind) && problem !== null ? [{ kind, problem }] : [];
}

function problemsOf(entries: TimelineEntry[]): string {
  return entries.map(({ kind, media }) => `${kind} ${media?.problem ?? ''}`).join(', ');
}
