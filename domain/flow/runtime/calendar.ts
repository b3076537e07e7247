import { localParts } from './zone';

/** Opening hours: minutes since midnight, 0 is Sunday; holidays yyyy-MM-dd, or MM-dd of every year. */
export interface Calendar {
  zone: string;
  hours: { day: number; from: number; to: number }[];
  holidays: string[];
}

/** Whether it is open at this instant (Unix ms). */
export function isOpen({ zone, hours, holidays }: Calendar, at: number): boolean {
  const now = localParts(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(now.month)}-${two(now.day)}`;
  if (holidays.includes(day) || holidays.includes(`${now.year}-${day}`)) return false;
  const minute = now.hour * 60 + now.minute;
  return hours.some((each) => each.day === now.weekday && minute >= each.from && minute < each.to);
}
