import * as z from 'zod';
import { write, type Writing } from '../define-node';
import { isZone } from '../runtime/zone';
import { type FindingCode } from '../finding';
import { DAY, FLOW_LIMITS, MINUTE } from '../limits';
import { FLOW_TYPES, type Path } from '../runtime/value';
import { BARE_OPERATORS, OPERATORS, type Test } from '../runtime/rules';

/** For a schema's message: the finding that says more than `invalid_settings`. */
export const says = (code: FindingCode) => ({ error: `finding:${code}` });

export const template = (most: number, least = 1) => z.string().min(least).max(most);
export const message = template(FLOW_LIMITS.text);
export const reference = z.string().min(1).max(64);
/** Part of a handle's name, made by the editor and never shown. */
export const key = z.string().regex(/^[a-z0-9_]{1,24}$/);
export const variableName = z.string().regex(/^[a-z_][a-z0-9_]{0,39}$/);
export const path = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}\p{N}_-]+){0,20}$/u);
export const pattern = z.string().min(1).max(200);
export const zone = z.string().max(64).refine(isZone, says('invalid_zone'));
export const flowType = z.enum(FLOW_TYPES);
export const replyTimeout = z
  .int()
  .min(MINUTE)
  .max(30 * DAY);

/** https to a public name, or a template that ends up as one; where it leads is looked at again before each call. */
export const address = z
  .string()
  .max(2000)
  .refine((url) => /^(https:\/\/\S+|V\S*)$/.test(withoutTemplates(url)))
  .refine((url) => !PRIVATE.test(url), says('private_address'));
const PRIVATE =
  /^https:\/\/([^/@]*@)?(localhost|[^/:]*\.(local|internal|localhost)|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.|\[)/i;
const withoutTemplates = (url: string) => url.replace(/\{\{[^{}]*\}\}/g, 'V');

/** Any address that is written as one. What `address` forbids is a finding: an installation may allow its host. */
export const anyAddress = z
  .string()
  .max(2000)
  .refine((url) => /^(https?:\/\/\S+|V\S*)$/.test(withoutTemplates(url)));

/** What `address` says of it, with the host that an installation may allow (CheckContext.allowedHosts). */
export function addressFindings(url: string, field: string) {
  const parsed = address.safeParse(url);
  if (parsed.success) return [];
  const inward = parsed.error.issues.some(({ message: said }) => said === says('private_address').error);
  const host = /^https?:\/\/([^/?#@{}]+)(?:[/?#]|$)/i.exec(url)?.[1];
  return [
    {
      code: inward ? ('private_address' as const) : ('invalid_settings' as const),
      field,
      ...(host !== undefined && { data: { host: host.toLowerCase() } }),
    },
  ];
}

const rule = z
  .object({ left: path, operator: z.enum(OPERATORS), right: z.string().max(500).default('') })
  .refine(({ operator, right }) => right !== '' || BARE_OPERATORS.includes(operator), { path: ['right'] });
const group = z.object({ join: z.enum(['all', 'any']), rules: z.array(rule).min(1).max(10) });

export const test = z.union([
  z.object({ join: z.enum(['all', 'any']), groups: z.array(group).min(1).max(5) }),
  z.object({ expression: z.string().min(1).max(2000) }),
]);

export function testWritings(test: Test, ...at: (string | number)[]): Writing[] {
  if ('expression' in test) return [write('condition', ...at, 'expression')];
  return test.groups.flatMap(({ rules }, group) =>
    rules.flatMap((rule, index) => {
      const place: Path = [...at, 'groups', group, 'rules', index];
      return [
        write('path', ...place, 'left'),
        write(rule.operator === 'matches' ? 'pattern' : 'template', ...place, 'right'),
      ];
    }),
  );
}

/** Opening hours: minutes since midnight, in a zone; 0 is Sunday. */
export const calendar = z.object({
  zone,
  hours: z
    .array(
      z
        .object({
          day: z.int().min(0).max(6),
          from: z.int().min(0).max(1439),
          to: z.int().min(1).max(1440),
        })
        .refine(({ from, to }) => from < to, { path: ['to'] }),
    )
    .min(1)
    .max(21),
  /** yyyy-MM-dd, or MM-dd for every year. */
  holidays: z
    .array(z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/))
    .max(100)
    .default([]),
});

/** Places of what stands twice. */
export function repeated(values: readonly string[]): number[] {
  const known = new Set<string>();
  return values.flatMap((value, index) => {
    const folded = value.trim().toLowerCase();
    if (known.has(folded)) return [index];
    known.add(folded);
    return [];
  });
}

export const repeatedIn = (values: readonly string[], field: string, last: string) =>
  repeated(values).map((index) => ({
    code: 'duplicate_name' as const,
    field: `${field}.${index}.${last}`,
  }));
