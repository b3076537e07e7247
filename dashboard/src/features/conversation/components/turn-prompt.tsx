import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/disclosure';
import type { Turn } from '../../../lib/api/types';

const ROLES = ['system', 'user', 'assistant'] as const;

/** Word for word what the model was given. */
export function TurnPrompt({ prompt }: { prompt: Turn['trace']['prompt'] }) {
  const { t } = useTranslation('conversation');
  const roleName = (role: string) => {
    const known = ROLES.find((one) => one === role);
    return known === undefined ? role : t(`turn.role.${known}`);
  };
  return (
    <Disclosure summary={t('turn.prompt')}>
      <ol className="flex flex-col gap-3">
        {prompt.map((message, index) => (
          <li key={index}>
            <p className="mb-1 text-xs font-medium text-muted">{roleName(message.role)}</p>
            <pre
              tabIndex={0}
              className="ring-focus max-h-96 overflow-auto rounded-control bg-canvas p-3 font-mono text-xs whitespace-pre-wrap"
            >
              {message.content}
            </pre>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
