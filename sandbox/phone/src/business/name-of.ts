import type { InstanceView } from '../../../control/views';
import { formatNumber } from '../format/number';

/** What people call a number: its profile once it is paired, before that the number it is meant to be. */
export function nameOf({ profileName, expectedNumber, name }: InstanceView): string {
  if (profileName !== null) return profileName;
  return expectedNumber === null ? name : formatNumber(expectedNumber);
}

/** What tells it from the others: its number, or the name the product gave it. */
export function detailOf({ number, name }: InstanceView): string {
  return number === null ? name : formatNumber(number);
}
