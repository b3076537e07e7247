import type { FaultInput } from '../../../faults/fault';
import { strings } from '../strings';

/** A fault without how long it lasts, which the visitor chooses. */
type PresetFault = Pick<FaultInput, 'target' | 'kind'> & Record<string, unknown>;

export interface Preset {
  label: string;
  fault: PresetFault;
}

interface PresetGroup {
  label: string;
  presets: Preset[];
}

const words = strings.presets;
const chat = 'openai.chat';
const send = 'evolution.sendText';
const webhook = 'webhook';
const smtp = 'smtp';

/** The troubles worth a switch; the control API has many more. */
export const presetGroups: PresetGroup[] = [
  {
    label: words.model,
    presets: [
      { label: words.modelSlow, fault: { target: chat, kind: 'delay', ms: 8_000 } },
      { label: words.modelDown, fault: { target: chat, kind: 'status', status: 500 } },
      { label: words.modelBusy, fault: { target: chat, kind: 'status', status: 429, retryAfter: 2 } },
      { label: words.modelGarbage, fault: { target: chat, kind: 'garbage' } },
      { label: words.modelRefuses, fault: { target: chat, kind: 'refusal' } },
      { label: words.modelCut, fault: { target: chat, kind: 'length' } },
    ],
  },
  {
    label: words.sending,
    presets: [
      { label: words.sendLost, fault: { target: send, kind: 'acceptThenTimeout' } },
      { label: words.sendReset, fault: { target: send, kind: 'reset' } },
      { label: words.sendDown, fault: { target: send, kind: 'status', status: 500 } },
      { label: words.sendSlow, fault: { target: send, kind: 'delay', ms: 5_000 } },
      {
        label: words.readBackDown,
        fault: { target: 'evolution.findMessages', kind: 'status', status: 500 },
      },
    ],
  },
  {
    label: words.hooks,
    presets: [
      { label: words.hookTwice, fault: { target: webhook, kind: 'duplicate', n: 2 } },
      { label: words.hookTen, fault: { target: webhook, kind: 'duplicate', n: 10 } },
      { label: words.hookShuffled, fault: { target: webhook, kind: 'reorder', window: 3 } },
      { label: words.hookLate, fault: { target: webhook, kind: 'delay', ms: 5_000 } },
      { label: words.hookLost, fault: { target: webhook, kind: 'drop' } },
      { label: words.hookForged, fault: { target: webhook, kind: 'wrongSecret' } },
    ],
  },
  {
    label: words.mail,
    presets: [
      { label: words.mailLogin, fault: { target: smtp, kind: 'loginRefused' } },
      { label: words.mailRecipient, fault: { target: smtp, kind: 'recipientRefused' } },
      { label: words.mailLater, fault: { target: smtp, kind: 'dataRefused' } },
      { label: words.mailHangUp, fault: { target: smtp, kind: 'dropAfterData' } },
    ],
  },
];

/** Whether an active fault is what a preset turns on, however long it lasts. */
export function isPreset(preset: Preset, fault: object): boolean {
  const given = new Map(Object.entries(fault));
  return Object.entries(preset.fault).every(([name, value]) => given.get(name) === value);
}
