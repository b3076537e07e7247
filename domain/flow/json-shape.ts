import { type FlowObject, type FlowValue, isFlowObject } from './runtime/value';

/** Schemas inside of schemas that are looked at. */
const DEPTH = 10;

/**
 * Whether a value is of a JSON Schema, as far as schemas made from a sample go: `type`, `properties`, `required`, `items`,
 * `enum`. Other words of a schema are not looked at.
 *
 * @returns the first place that is not; undefined when all is well
 */
export function shapeProblem(
  schema: FlowObject,
  value: FlowValue,
  path = '',
  depth = 0,
): { path: string; message: string } | undefined {
  if (depth > DEPTH) return undefined;
  const { type, properties, required, items } = schema;
  const types = typeof type === 'string' ? [type] : Array.isArray(type) ? type : [];
  if (types.length > 0 && !types.some((each) => isOfType(each, value))) {
    return { path, message: `expected ${types.map(String).join(' or ')}` };
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return { path, message: 'not one of the choices' };
  const inside = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (isFlowObject(value)) {
    for (const name of Array.isArray(required) ? required : []) {
      if (typeof name === 'string' && !Object.hasOwn(value, name))
        return { path: inside(name), message: 'missing' };
    }
    if (!isFlowObject(properties)) return undefined;
    for (const [name, each] of Object.entries(properties)) {
      const found = Object.hasOwn(value, name) ? value[name] : undefined;
      if (found === undefined || !isFlowObject(each)) continue;
      const problem = shapeProblem(each, found, inside(name), depth + 1);
      if (problem) return problem;
    }
    return undefined;
  }
  if (!Array.isArray(value) || !isFlowObject(items)) return undefined;
  for (const [index, each] of value.entries()) {
    const problem = shapeProblem(items, each, inside(index), depth + 1);
    if (problem) return problem;
  }
  return undefined;
}

function isOfType(type: FlowValue, value: FlowValue): boolean {
  switch (type) {
    case 'object':
      return isFlowObject(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      return false;
  }
}
