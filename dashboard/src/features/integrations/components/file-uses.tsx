import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyFile } from '../../../lib/api/types';

/** More would make the line of one file a page of its own. */
const SHOWN = 3;

/** The automations that send a file, and the way to them. */
export function FileUses({ usedBy }: Pick<CompanyFile, 'usedBy'>) {
  const { t } = useTranslation('integrations');
  if (usedBy.length === 0) return <span className="block text-sm text-muted">{t('files.unused')}</span>;
  const more = usedBy.length - SHOWN;
  return (
    <span className="block text-sm break-words text-muted">
      {t('files.usedBy')}{' '}
      {usedBy.slice(0, SHOWN).map(({ id, name, acts }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <Link
            to="/automations/$id"
            params={{ id }}
            className="ring-focus rounded-xs text-primary-text underline underline-offset-2"
          >
            {name}
          </Link>
          {!acts && ` (${t('files.draft')})`}
        </Fragment>
      ))}
      {more > 0 && ` ${t('files.more', { count: more })}`}
    </span>
  );
}
