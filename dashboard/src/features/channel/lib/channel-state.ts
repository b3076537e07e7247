import type { Channel } from '../../../lib/api/types';

/** A number's state as people speak of it. */
export type ChannelState = 'connected' | 'never' | 'pairing' | 'reconnecting' | 'disconnected' | 'refused';

export function channelState(channel: Pick<Channel, 'status' | 'connectedAt'>): ChannelState {
  switch (channel.status) {
    case 'open':
      return 'connected';
    case 'created':
      return 'never';
    case 'connecting':
      return channel.connectedAt === null ? 'pairing' : 'reconnecting';
    case 'close':
      return channel.connectedAt === null ? 'never' : 'disconnected';
    case 'refused':
      return 'refused';
  }
}
