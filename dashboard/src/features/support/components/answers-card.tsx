import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Disclosure } from '../../../components/disclosure';

const PROBLEMS = ['silent', 'wrong', 'handoffs', 'qr', 'failed', 'stale'] as const;
const QUESTIONS = ['invent', 'night', 'phoneOff', 'groups', 'media', 'several', 'removed'] as const;

/** What goes wrong most, with what mends it. */
export function ProblemsCard() {
  const { t } = useTranslation('support');
  return (
    <Card title={t('problems.title')}>
      <div className="flex flex-col gap-2">
        {PROBLEMS.map((problem) => (
          <Disclosure key={problem} summary={t(`problems.items.${problem}.title`)}>
            <ol className="flex list-decimal flex-col gap-1.5 pl-9 text-text-2">
              {t(`problems.items.${problem}.steps`, { returnObjects: true }).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}

export function FaqCard() {
  const { t } = useTranslation('support');
  return (
    <Card title={t('faq.title')}>
      <div className="flex flex-col gap-2">
        {QUESTIONS.map((question) => (
          <Disclosure key={question} summary={t(`faq.items.${question}.q`)}>
            <p className="pl-6 text-text-2">{t(`faq.items.${question}.a`)}</p>
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}
