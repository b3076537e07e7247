import { digitsOf } from '../evolution/jid';
import type { Instance } from '../state/instance';
import type { World } from '../world';
import type { InstanceView } from './views';

export function instanceView(world: World, instance: Instance): InstanceView {
  const { name, state, ownerJid, profileName, webhook } = instance;
  const number = ownerJid === null ? null : (fullNumber(instance) ?? digitsOf(ownerJid));
  const qrCode = world.connections.qrCode(instance);
  return {
    name,
    label: profileName ?? name,
    state,
    number,
    profileName,
    expectedNumber: instance.number === null ? null : digitsOf(instance.number),
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
