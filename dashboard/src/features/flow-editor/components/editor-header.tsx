import { Link } from '@tanstack/react-router';
import {
  ArrowLeft,
  CircleAlert,
  CircleHelp,
  ListTree,
  Play,
  Redo2,
  Settings2,
  Undo2,
  Workflow,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Chip } from '../../../components/chip';
import { IconButton, iconButtonClass } from '../../../components/icon-button';
import type { Automation } from '../api/api';
import { useDocument, useEditorParts, useEditorPiece, useViewPiece } from '../lib/editor-context';
import type { SaveState } from '../lib/use-autosave';
import { useActions } from '../lib/use-actions';
import { useAnalysis } from '../lib/use-analysis';
import { changeView } from '../lib/view-state';

interface EditorHeaderProps {
  automation: Automation;
  saving: SaveState;
  onSaveAgain: () => void;
  onPublish: (() => void) | undefined;
  canSimulate: boolean;
}

/** What this is, how it stands, and the two things to do with it: try it, publish it. */
export function EditorHeader({ automation, saving, onSaveAgain, onPublish, canSimulate }: EditorHeaderProps) {
  const { t } = useTranslation('flow-editor');
  const { view, readOnly } = useEditorParts();
  const { undo, redo } = useActions();
  const { name } = useDocument();
  const before = useEditorPiece(({ history }) => history.past.at(-1)?.label);
  const after = useEditorPiece(({ history }) => history.future.at(-1)?.label);
  const mode = useViewPiece((state) => state.view);
  const problems = useViewPiece((state) => state.problems);
  const { findings } = useAnalysis();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-divider bg-surface px-2 py-1.5 sm:px-3">
      <Link to="/automations" aria-label={t('header.back')} className={iconButtonClass}>
        <ArrowLeft aria-hidden />
      </Link>
      <h1 className="min-w-0 truncate text-md font-semibold max-sm:flex-1">{name}</h1>
      <Chip
        tone={
          automation.published === null ? 'neutral' : automation.status === 'paused' ? 'warning' : 'success'
        }
        dot
      >
        {automation.published === null
          ? t('header.draft')
          : automation.status === 'paused'
            ? t('header.paused', { number: automation.published })
            : t('header.published', { number: automation.published })}
      </Chip>
      {readOnly ? (
        <Chip>{t('header.readOnly')}</Chip>
      ) : (
        <SaveNote saving={saving} onSaveAgain={onSaveAgain} />
      )}
      <span className="flex-1 max-sm:hidden" />
      <span className="flex max-sm:w-full max-sm:justify-end">
        {!readOnly && (
          <>
            <IconButton
              label={before === undefined ? t('header.undoNothing') : t('header.undo', { label: before })}
              icon={<Undo2 aria-hidden />}
              disabled={before === undefined}
              onClick={undo}
            />
            <IconButton
              label={after === undefined ? t('header.redoNothing') : t('header.redo', { label: after })}
              icon={<Redo2 aria-hidden />}
              disabled={after === undefined}
              onClick={redo}
            />
          </>
        )}
        <IconButton
          label={t(mode === 'canvas' ? 'header.script' : 'header.canvas')}
          icon={mode === 'canvas' ? <ListTree aria-hidden /> : <Workflow aria-hidden />}
          onClick={() => changeView(view, { view: mode === 'canvas' ? 'script' : 'canvas' })}
        />
        <IconButton
          label={t('header.settings')}
          icon={<Settings2 aria-hidden />}
          onClick={() => changeView(view, { inspector: true, problems: false })}
        />
        <IconButton
          label={t('header.help')}
          icon={<CircleHelp aria-hidden />}
          onClick={() => changeView(view, { dialog: 'help' })}
          className="max-sm:hidden"
        />
        <Button
          variant={errors > 0 ? 'outline' : 'ghost'}
          aria-pressed={problems}
          icon={errors > 0 ? <CircleAlert aria-hidden className="text-danger" /> : undefined}
          onClick={() => changeView(view, { problems: !problems })}
          className="ml-1"
        >
          {t('header.problems', { count: findings.length })}
        </Button>
        {canSimulate && (
          <Button
            className="ml-2"
            icon={<Play aria-hidden />}
            onClick={() => changeView(view, { simulator: !view.get().simulator })}
          >
            {t('header.simulate')}
          </Button>
        )}
        {onPublish && !readOnly && (
          <Button variant="primary" className="ml-2" onClick={onPublish}>
            {t('header.publish')}
          </Button>
        )}
      </span>
    </header>
  );
}

function SaveNote({ saving, onSaveAgain }: { saving: SaveState; onSaveAgain: () => void }) {
  const { t } = useTranslation('flow-editor');
  if (saving === 'failed') {
    return (
      <Button size="sm" variant="quiet" onClick={onSaveAgain}>
        {t('save.failed')}
      </Button>
    );
  }
  return (
    <span role="status" className="text-sm text-muted">
      {t(`save.${saving}`)}
    </span>
  );
}
