import { mapAddress, mediaFacts } from './media-facts';

describe('mediaFacts', () => {
  it('reads what is told, and only what is of its kind', () => {
    expect(mediaFacts({ fileName: 'guia.pdf', bytes: 2_048, seconds: 'x', mimetype: '' })).toEqual({
      fileName: 'guia.pdf',
      bytes: 2_048,
    });
    expect(mediaFacts(null)).toEqual({});
  });

  it('knows a place by both its figures', () => {
    const place = { latitude: -25.4494, longitude: -49.2874 };
    const payload = { degreesLatitude: place.latitude, degreesLongitude: place.longitude };
    expect(mediaFacts(payload).place).toEqual(place);
    expect(mediaFacts({ degreesLatitude: 1 }).place).toBeUndefined();
    expect(mapAddress(place)).toBe('https://www.google.com/maps/search/?api=1&query=-25.4494,-49.2874');
  });
});
