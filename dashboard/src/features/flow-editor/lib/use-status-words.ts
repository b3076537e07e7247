import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format/use-format';
import type { NodeStatus } from './editor-context';

/** How a block stands, in words: how many or how it is, how often, and until when it waits. */
export function useStatusWords(): (status: NodeStatus) => string {
  const { t } = useTranslation('flow-editor');
  const format = useFormat();
  return useCallback(
    ({ status, count, visits = 1, until }: NodeStatus) =>
      [
        count === undefined ? t(`status.${status}`) : `${format.number(count)} ${t(`status.${status}`)}`,
        ...(visits > 1 ? [t('status.visits', { count: visits })] : []),
        ...(until === undefined ? [] : [t('status.until', { time: format.dateTime(until) })]),
      ].join(' · '),
    [t, format],
  );
}
