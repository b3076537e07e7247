import type { Message } from '../../../lib/api/types';

/** What is told of a file, a recording, a place; each only if it was told, and is of the kind it should be. */
export interface MediaFacts {
  fileName?: string;
  mimetype?: string;
  bytes?: number;
  seconds?: number;
  place?: { latitude: number; longitude: number; address?: string };
}

export function mediaFacts(payload: Message['payload']): MediaFacts {
  const text = (key: string) => {
    const value = payload?.[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const number = (key: string) => {
    const value = payload?.[key];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  const [latitude, longitude] = [number('degreesLatitude'), number('degreesLongitude')];
  const address = text('address');
  const facts = {
    fileName: text('fileName'),
    mimetype: text('mimetype'),
    bytes: number('bytes'),
    seconds: number('seconds'),
    place:
      latitude === undefined || longitude === undefined
        ? undefined
        : { latitude, longitude, ...(address === undefined ? {} : { address }) },
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

export function mapAddress({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`;
}
