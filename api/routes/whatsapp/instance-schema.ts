import * as z from 'zod';
import type { ChannelView } from '../../../services/channel/channel-view';
import { time } from '../../schemas';

export const instanceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z
    .enum(['created', 'connecting', 'open', 'close', 'refused'])
    .describe('open: connected; refused: too many codes expired, begin again'),
  statusReason: z.string().nullable(),
  phone: z.string().nullable().describe('The connected number, digits with country code'),
  profileName: z.string().nullable(),
  connectedAt: time.nullable(),
  lastEventAt: time.nullable(),
  createdAt: time,
});

export function instanceBody(channel: ChannelView): z.input<typeof instanceSchema> {
  return {
    ...channel,
    connectedAt: channel.connectedAt?.toISOString() ?? null,
    lastEventAt: channel.lastEventAt?.toISOString() ?? null,
    createdAt: channel.createdAt.toISOString(),
  };
}
