import { randomInt } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { digitsOf } from '../../evolution/jid';
import type { Instance } from '../../state/instance';
import type { World } from '../../world';
import { ControlError } from '../control-error';
import { instanceView } from '../instance-view';
import { instanceIn } from '../lookup';
import { parse } from '../parse';

const scanSchema = z.strictObject({
  number: z
    .string()
    .regex(/^\d{10,15}$/)
    .optional()
    .describe('Of the phone that reads the code.'),
  profileName: z.string().min(1).max(60).optional(),
  pairingCode: z.string().optional().describe('Typed instead of reading the QR code.'),
});
const dropSchema = z.strictObject({ ms: z.int().min(0).max(600_000).optional() });

export function instanceRoutes(world: World): Router {
  const router = Router();
  router.get('/', (_req, res) => {
    res.json([...world.state.instances.values()].map((instance) => instanceView(world, instance)));
  });
  router.post('/:instance/scan', async (req, res) => {
    const instance = instanceIn(world, req);
    const { number, profileName, pairingCode } = parse(scanSchema, req.body);
    requireWaiting(world, instance);
    if (pairingCode !== undefined) requireCode(world, instance, pairingCode);
    const own = number ?? (instance.number === null ? randomNumber() : digitsOf(instance.number));
    instance.number = own;
    world.connections.open(instance, own, profileName ?? instance.profileName ?? 'Minha empresa');
    await world.save();
    res.json(instanceView(world, instance));
  });
  router.post('/:instance/unpair', async (req, res) => {
    const instance = instanceIn(world, req);
    if (instance.ownerJid === null) throw new ControlError(409, 'not_paired', 'No phone is paired.');
    world.connections.close(instance);
    await world.save();
    res.json(instanceView(world, instance));
  });
  router.post('/:instance/drop', (req, res) => {
    const instance = instanceIn(world, req);
    const { ms } = parse(dropSchema, req.body);
    if (instance.state !== 'open') throw new ControlError(409, 'not_open', 'The number is not online.');
    void world.connections.drop(instance, ms ?? world.timings.reconnectMs);
    res.status(202).json(instanceView(world, instance));
  });
  return router;
}

function requireWaiting(world: World, instance: Instance): void {
  const isWaiting = instance.state === 'connecting' && world.connections.qrCode(instance).count > 0;
  if (!isWaiting) throw new ControlError(409, 'no_qr_code', 'No QR code of this instance waits to be read.');
}

function requireCode(world: World, instance: Instance, typed: string): void {
  const expected = world.connections.qrCode(instance).pairingCode;
  if (expected !== null && typed.replace(/[\s-]/g, '').toUpperCase() === expected) return;
  throw new ControlError(422, 'wrong_pairing_code', 'This is not the code that is shown.');
}

/** A São Paulo mobile number nobody else in here has. */
function randomNumber(): string {
  return `55119${String(randomInt(70_000_000, 99_999_999))}`;
}
