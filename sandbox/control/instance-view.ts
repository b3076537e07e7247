import { digitsOf } from '../evolution/jid';
import type { QrCode } from '../evolution/qr-code';
import type { ConnectionState, Instance } from '../state/instance';
import type { World } from '../world';

export interface InstanceView {
  name: string;
  /** What people call it: the profile's name, else the number, else the name. */
  label: string;
  state: ConnectionState;
  /** Digits; null while nobody has paired a phone. */
  number: string | null;
  profileName: string | null;
  /** The code waiting to be read. */
  qrCode: QrCode | null;
  webhook: { url: string; enabled: boolean; events: string[] } | null;
  groupsIgnored: boolean;
  updatedAt: string;
}

export function instanceView(world: World, instance: Instance): InstanceView {
  const { name, state, ownerJid, profileName, webhook } = instance;
  const number = ownerJid === null ? null : (fullNumber(instance) ?? digitsOf(ownerJid));
  const qrCode = world.connections.qrCode(instance);
  return {
    name,
    label: profileName ?? number ?? name,
    state,
    number,
    profileName,
    qrCode: state === 'connecting' && qrCode.count > 0 ? qrCode : null,
    webhook: webhook === null ? null : { url: webhook.url, enabled: webhook.enabled, events: webhook.events },
    groupsIgnored: instance.settings.groupsIgnore,
    updatedAt: instance.updatedAt,
  };
}

/** With the ninth digit, as people know it: the jid may have lost it. */
function fullNumber({ number, ownerJid }: Instance): string | null {
  if (number === null || ownerJid === null) return null;
  return digitsOf(number).slice(-8) === digitsOf(ownerJid).slice(-8) ? digitsOf(number) : null;
}
