import { useMemo } from 'react';
import { useMe } from '../api/me-query';
import { languageStore } from '../i18n/language';
import { useStore } from '../use-store';
import { formatDateTime, formatDay, formatNear, formatRecent, formatTime, formatTimeZone } from './date';
import { formatBytes, formatMicros, formatMilliseconds, formatNumber, formatPercent } from './number';

/** Times in the company's zone, so that a team means the same by "14:05"; all in the interface's language. */
export function useFormat() {
  const language = useStore(languageStore);
  const timeZone = useMe().data?.tenant.timeZone;
  return useMemo(() => {
    const place = { language, timeZone };
    return {
      place,
      time: (iso: string) => formatTime(new Date(iso), place),
      dateTime: (iso: string) => formatDateTime(new Date(iso), place),
      day: (iso: string, now: number) => formatDay(new Date(iso), new Date(now), place),
      recent: (iso: string, now: number) => formatRecent(new Date(iso), new Date(now), place),
      near: (iso: string, now: number) => formatNear(new Date(iso), new Date(now), place),
      timeZone: (name: string) => formatTimeZone(name, language),
      number: (value: number) => formatNumber(value, language),
      percent: (share: number) => formatPercent(share, language),
      micros: (value: number) => formatMicros(value, language),
      bytes: (value: number) => formatBytes(value, language),
      milliseconds: (value: number) => formatMilliseconds(value, language),
    };
  }, [language, timeZone]);
}
