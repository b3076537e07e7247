import type { InstanceView } from '../../../control/views';
import { formatNumber } from '../format/number';
import { strings } from '../strings';

/** What people call a number: its profile once it is paired, before that the number it is meant to be. */
export function nameOf({ profileName, expectedNumber }: InstanceView): string {
  if (profileName !== null) return profileName;
  return expectedNumber === null ? strings.business.fresh : formatNumber(expectedNumber);
}

/** What tells it from the others: its number, or the name the product gave it. */
export function detailOf({ number, name }: InstanceView): string {
  return number === null ? name : formatNumber(number);
}
