import { z } from 'zod';

const ms = z.number().int().min(0).max(3_600_000);

/** How long the real system takes for things; a test or a demo may shorten them while running. */
export const timingsSchema = z.object({
  connectMs: ms.describe('What `instance/connect` waits before it answers with the QR code.'),
  qrRotateMs: ms.min(10).describe('How long one QR code lives.'),
  qrLimit: z.number().int().min(1).max(100).describe('QR codes shown before connecting is given up.'),
  reconnectMs: ms.describe('How long a transient drop lasts.'),
  serverAckMs: ms.describe('From a send to SERVER_ACK.'),
  deliveryAckMs: ms.describe('From SERVER_ACK to DELIVERY_ACK.'),
  chatwootWebhookMs: ms.min(1).describe('What Chatwoot waits for the receiver of an event.'),
});

export type Timings = z.infer<typeof timingsSchema>;

export const defaultTimings: Timings = {
  connectMs: 2_000,
  qrRotateMs: 45_000,
  qrLimit: 30,
  reconnectMs: 1_500,
  serverAckMs: 30,
  deliveryAckMs: 120,
  chatwootWebhookMs: 5_000,
};
