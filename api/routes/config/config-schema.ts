import * as z from 'zod';
import { BOT_MESSAGE_MAX_CHARACTERS } from '../../../domain/agent/default-messages';
import { Tone } from '../../../domain/agent/tone';
import { PACE_LIMITS } from '../../../domain/conversation/pace';
import { timingLimits } from '../../../domain/conversation/timing';
import { isTimeZone } from '../../../domain/hours/zoned-time';
import { hoursShape } from '../../../services/config/hours-schema';

const message = z.string().trim().max(BOT_MESSAGE_MAX_CHARACTERS);
const saidMessage = message.min(1);

const amount = ({ min, max }: { min: number; max: number }) => z.number().int().min(min).max(max);

const pace = z.strictObject({
  charactersPerSecond: amount(PACE_LIMITS.charactersPerSecond).describe(
    'How fast the AI types between balloons; 0: no pause',
  ),
  pauseMaxMs: amount(PACE_LIMITS.pauseMaxMs).describe('The longest pause before a balloon, milliseconds'),
  customerTypingMaxMs: amount(PACE_LIMITS.customerTypingMaxMs).describe(
    'The longest a customer who is typing holds an answer back, milliseconds; 0: never',
  ),
  sendPerMinute: amount(PACE_LIMITS.sendPerMinute).describe(
    'Messages a minute that one number sends by itself, once its burst is spent; 0: no limit',
  ),
  sendBurst: amount(PACE_LIMITS.sendBurst).describe('Messages that one number sends at once'),
});

const hoursSchema = z.strictObject({
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, 'not a time zone of the IANA database')
    .describe('IANA; of all that this business shows'),
  weekly: hoursShape.weekly.describe(
    'When people are there, several a day; day 0 is Sunday; one that closes at or before it opens runs into the next day; empty: always',
  ),
  extraDates: hoursShape.extraDates.describe('Days unlike their weekday; closed where open is empty'),
  holidays: hoursShape.holidays.describe('National holidays of Brazil are closed'),
  optionalHolidays: hoursShape.optionalHolidays.describe('Carnival and Corpus Christi too'),
  aiAnswers: hoursShape.aiAnswers.describe('The AI answers while it is closed'),
  whileClosed: hoursShape.whileClosed.describe(
    'Where it does not: what customers write waits for the opening, or goes to people',
  ),
  returnInOpenHours: hoursShape.returnInOpenHours.describe('humanReturnMs counts open time only'),
});

/** `production`: clocks may not be set so short that only a test could want it. */
export function configSchema(production: boolean) {
  const limits = timingLimits(production);
  return z.strictObject({
    tone: z.enum(Tone),
    messages: z.strictObject({
      greeting: message.describe('Opens the first answer to a new customer; empty: none'),
      fallback: saidMessage.describe('When the AI hands over to a person'),
      waiting: message.describe('When an answer takes longer than 20 seconds; empty: none'),
      humanReturn: saidMessage.describe('When the AI comes back by the clock'),
      unanswered: saidMessage.describe('Before it, when no person ever came'),
      outOfHours: message.describe(
        'When nobody is there; {{opensAt}} and {{business}} are filled in; empty: the fallback',
      ),
      closing: message.describe('When a conversation ends by quiet; {{business}} is filled in; empty: none'),
    }),
    confidenceThreshold: z.number().min(0).max(1).describe('Below it the AI hands over'),
    timing: z.strictObject({
      debounceMs: amount(limits.debounceMs).describe('Quiet time before an answer, milliseconds; 0: at once'),
      debounceMaxMs: amount(limits.debounceMaxMs).describe('The longest a burst holds its answer back'),
      humanReturnMs: amount(limits.humanReturnMs).describe(
        'Without a person for this long, the AI comes back',
      ),
      idleCloseMs: amount(limits.idleCloseMs).describe('A quiet conversation ends its workflow run'),
      backlogMaxAgeMs: amount(limits.backlogMaxAgeMs).describe(
        'Older customer messages are handed to a person instead of answered; 0: none are too old',
      ),
    }),
    pace: pace.optional().describe('Left out of a change, it stays as it is'),
    hours: hoursSchema,
  });
}

/** As configSchema. What came later than the rest may be left out, and is kept as it is. */
export function configChangeSchema(production: boolean) {
  const { messages, timing, hours, ...shape } = configSchema(production).shape;
  return z.strictObject({
    ...shape,
    messages: messages.partial({ outOfHours: true, closing: true }),
    timing: timing.partial({ backlogMaxAgeMs: true }),
    hours: hours.partial().optional(),
  });
}
