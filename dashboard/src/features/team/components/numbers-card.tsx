import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { useErrorToast } from '../../../components/use-error-toast';
import { useInternalContacts } from '../../../lib/api/team-queries';
import { formatPhone } from '../../../lib/format/phone';
import { useReleaseNumber } from '../api/use-team-changes';
import { Listed, ListedWords } from '../../../components/listed';

/** Numbers that conversations were transferred to: the AI does not answer them. */
export function NumbersCard() {
  const { t } = useTranslation('team');
  const release = useReleaseNumber();
  const tellError = useErrorToast();
  return (
    <Card title={t('numbers.title')} description={t('numbers.detail')}>
      <Listed query={useInternalContacts()} empty={t('numbers.empty')} label={t('numbers.title')}>
        {(contact) => {
          const phone = contact.phone === null ? (contact.group ?? '') : formatPhone(contact.phone);
          return (
            <>
              <Phone aria-hidden className="size-4 shrink-0 text-muted" />
              <ListedWords title={contact.name ?? phone} detail={contact.name === null ? '' : phone} />
              <Button
                size="sm"
                busy={release.isPending && release.variables === contact.id}
                aria-label={t('numbers.releaseOf', { name: contact.name ?? phone })}
                onClick={() => release.mutate(contact.id, { onError: tellError })}
              >
                {t('numbers.release')}
              </Button>
            </>
          );
        }}
      </Listed>
    </Card>
  );
}
