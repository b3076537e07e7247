import * as z from 'zod';
import { BOT_MESSAGE_MAX_CHARACTERS } from '../../../domain/agent/default-messages';
import { Tone } from '../../../domain/agent/tone';
import { timingLimits } from '../../../domain/conversation/timing';

const message = z.string().trim().max(BOT_MESSAGE_MAX_CHARACTERS);
const saidMessage = message.min(1);

/** `production`: clocks may not be set so short that only a test could want it. */
export function configSchema(production: boolean) {
  const limits = timingLimits(production);
  const duration = ({ min, max }: { min: number; max: number }) => z.number().int().min(min).max(max);
  return z.strictObject({
    tone: z.enum(Tone),
    messages: z.strictObject({
      greeting: message.describe('Opens the first answer to a new customer; empty: none'),
      fallback: saidMessage.describe('When the AI hands over to a person'),
      waiting: message.describe('When an answer takes longer than 20 seconds; empty: none'),
      humanReturn: saidMessage.describe('When the AI comes back by the clock'),
      unanswered: saidMessage.describe('Before it, when no person ever came'),
    }),
    confidenceThreshold: z.number().min(0).max(1).describe('Below it the AI hands over'),
    timing: z.strictObject({
      debounceMs: duration(limits.debounceMs).describe(
        'Quiet time before an answer, milliseconds; 0: at once',
      ),
      debounceMaxMs: duration(limits.debounceMaxMs).describe('The longest a burst holds its answer back'),
      humanReturnMs: duration(limits.humanReturnMs).describe(
        'Without a person for this long, the AI comes back',
      ),
      idleCloseMs: duration(limits.idleCloseMs).describe('A quiet conversation ends its workflow run'),
    }),
  });
}
