import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { SETTING_NAMES } from '../config/env';

interface Service {
  image: string;
  environment?: Record<string, string | number>;
  env_file?: string;
  healthcheck?: object;
  'x-no-healthcheck'?: string;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  command?: string;
  ports?: string[];
}

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, null>;
};
const services = Object.entries(compose.services);
/** Those that run our code with our settings. */
const ours = services.filter(([, service]) => service.env_file !== undefined);
const namesIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
const example = namesIn('deploy/production.env.example');
const interpolated = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));

describe('docker-compose.yml', () => {
  it('runs our three processes', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['api', 'migrate', 'worker']);
  });

  it.each(ours)('gives %s only settings that there are', (_name, service) => {
    const given = Object.keys(service.environment ?? {});
    expect(given.length).toBeGreaterThan(3);
    expect(given.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });

  it('finds in the example of .env all that it asks of it, and nothing that nobody reads', () => {
    expect([...interpolated].filter((name) => !example.includes(name))).toEqual([]);
    expect(example.filter((name) => !SETTING_NAMES.includes(name ?? '') && !interpolated.has(name))).toEqual(
      [],
    );
  });

  it.each(services)('knows whether %s is well, or says why it need not', (_name, service) => {
    expect((service.healthcheck === undefined) !== (service['x-no-healthcheck'] === undefined)).toBe(true);
    expect(service['x-no-healthcheck'] ?? 'has one').toMatch(/\w+ \w+/);
  });

  it.each(services)('lets %s wait only for what can come', (_name, { depends_on = {} }) => {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const other = compose.services[name];
      expect(other).toBeDefined();
      if (condition === 'service_healthy') expect(other?.healthcheck).toBeDefined();
      else expect(other?.['x-no-healthcheck']).toMatch(/^ends by itself/);
    }
  });

  it.each(services)('mounts into %s what is there', (_name, { volumes = [] }) => {
    for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
      if (source.startsWith('./')) expect(existsSync(source)).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  });

  it('opens nginx to the world, and nothing else', () => {
    const open = services.filter(([, { ports = [] }]) =>
      ports.some((port) => !port.startsWith('127.0.0.1:')),
    );
    expect(open.map(([name]) => name)).toEqual(['nginx']);
  });

  it.each(services)('pins the image of %s', (_name, { image }) => {
    if (image !== 'prosa') expect(image).toMatch(/:v?\d+\.\d+/);
  });
});
