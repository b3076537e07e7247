import { z } from 'zod';

/** Marks a message that is said without the field's name before it. */
export const STANDS_ALONE = '!';

const alone = (text: string): string => `${STANDS_ALONE}${text}`;

const notA = (type: string): string => `is not of a type(s) ${type}`;

export const text = () => z.string({ error: notA('string') });
export const flag = () => z.boolean({ error: notA('boolean') });
export const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape, { error: notA('object') });
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `is not one of enum values: ${values.join(',')}` });

export const number = () => z.string({ error: alone('Invalid format') });
export const delay = () =>
  z
    .int({ error: alone('Enter a value in milliseconds') })
    .min(0, { error: 'must be greater than or equal to 0' });
export const notEmpty = (name: string) =>
  z.string({ error: notA('string') }).min(1, { error: alone(`The "${name}" cannot be empty`) });

export const quoted = () =>
  z.object({ key: z.object({ id: notEmpty('id') }), message: z.record(z.string(), z.unknown()).optional() });
