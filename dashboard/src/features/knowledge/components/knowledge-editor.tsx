import { useTranslation } from 'react-i18next';
import { KNOWLEDGE_MAX_CHARACTERS } from '../../../../../domain/knowledge/chunk-text';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SaveBar } from '../../../components/save-bar';
import { showToast } from '../../../components/toast';
import { UnsavedGuard } from '../../../components/unsaved-guard';
import { useErrorWords } from '../../../components/use-error-words';
import type { Knowledge } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { useSaveKey } from '../../../lib/use-save-key';
import { useSaveKnowledge } from '../api/use-save-knowledge';
import { useKnowledgeText } from '../lib/use-knowledge-text';
import { IndexCard } from './index-card';
import { SearchCard } from './search-card';
import { TextField } from './text-field';

/** One big text, how far its indexing is, and a place to try what the AI finds in it. */
export function KnowledgeEditor({ knowledge }: { knowledge: Knowledge }) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  const errorWords = useErrorWords();
  const save = useSaveKnowledge();
  const edit = useKnowledgeText(knowledge.text);
  const excess = edit.text.length - KNOWLEDGE_MAX_CHARACTERS;
  const tooLong = excess > 0;

  const saveText = (text: string) => {
    if (save.isPending || text.length > KNOWLEDGE_MAX_CHARACTERS) return;
    save.mutate(text, {
      onSuccess: (stored) => {
        edit.saved(stored.text);
        showToast({ tone: 'success', title: t('saved.title'), description: t('saved.detail') });
      },
    });
  };
  useSaveKey(() => {
    if (edit.dirty) saveText(edit.text);
  });

  return (
    <Page
      title={t('title')}
      description={t('description')}
      footer={
        edit.dirty && (
          <SaveBar
            saving={save.isPending}
            blocked={tooLong ? t('tooLong', { count: excess, n: format.number(excess) }) : undefined}
            onSave={() => saveText(edit.text)}
            onDiscard={() => {
              save.reset();
              edit.takeStored();
            }}
          />
        )
      }
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex min-w-0 flex-col gap-4">
          {save.error !== null && (
            <Notice tone="danger" role="alert" title={errorWords(save.error).title}>
              {errorWords(save.error).detail}
            </Notice>
          )}
          {edit.overtaken && edit.dirty && (
            <Notice
              tone="warning"
              role="status"
              title={t('overtaken.title')}
              action={
                <Button size="sm" onClick={edit.takeStored}>
                  {t('overtaken.action')}
                </Button>
              }
            >
              {t('overtaken.detail')}
            </Notice>
          )}
          {edit.dirty && edit.text.trim() === '' && <Notice tone="warning">{t('emptied')}</Notice>}
          <TextField text={edit.text} onChange={edit.setText} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <IndexCard
            knowledge={knowledge}
            retrying={save.isPending}
            onRetry={edit.dirty ? undefined : () => saveText(knowledge.text)}
          />
          <SearchCard />
        </div>
      </div>
      <UnsavedGuard dirty={edit.dirty} />
    </Page>
  );
}
