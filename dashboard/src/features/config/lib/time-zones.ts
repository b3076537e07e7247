/** The zones of Brazil, from the one most live in; the rest of the world comes after. */
export const BRAZILIAN_ZONES = [
  'America/Sao_Paulo',
  'America/Bahia',
  'America/Fortaleza',
  'America/Recife',
  'America/Belem',
  'America/Maceio',
  'America/Araguaina',
  'America/Campo_Grande',
  'America/Cuiaba',
  'America/Manaus',
  'America/Porto_Velho',
  'America/Boa_Vista',
  'America/Santarem',
  'America/Eirunepe',
  'America/Rio_Branco',
  'America/Noronha',
];

/** Those of the world that this browser knows, and the one that is set even if it does not. */
export function otherZones(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone').filter((zone) => !BRAZILIAN_ZONES.includes(zone));
  return known.includes(current) || BRAZILIAN_ZONES.includes(current) ? known : [current, ...known];
}

/** "America/Sao_Paulo" as "Sao Paulo". */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
