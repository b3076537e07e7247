import * as z from 'zod';
import type { ChannelStatus } from '../../domain/channel/inbound';
import { identityOfAddress } from '../../domain/contact/identity';
import type { Channel } from '../../prisma/generated/client';

/** A number as people see it. */
export interface ChannelView {
  id: string;
  name: string;
  status: ChannelStatus;
  statusReason: string | null;
  /** The connected number, digits; null before the first pairing. */
  phone: string | null;
  profileName: string | null;
  connectedAt: Date | null;
  lastEventAt: Date | null;
  createdAt: Date;
}

export const statusSchema = z.enum(['created', 'connecting', 'open', 'close', 'refused']);

export function viewChannel(row: Channel): ChannelView {
  const owner = row.ownerAddress === null ? undefined : identityOfAddress(row.ownerAddress);
  return {
    id: row.id,
    name: row.name,
    status: statusSchema.parse(row.status),
    statusReason: row.statusReason,
    phone: owner?.kind === 'phone' ? owner.value : null,
    profileName: row.profileName,
    connectedAt: row.connectedAt,
    lastEventAt: row.lastEventAt,
    createdAt: row.createdAt,
  };
}
