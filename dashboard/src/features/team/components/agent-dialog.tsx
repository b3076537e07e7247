import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tone } from '../../../../../domain/agent/tone';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { Slider } from '../../../components/slider';
import { Textarea } from '../../../components/textarea';
import type { Agent } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { type AgentForm, useRemoveAgent, useSaveAgent } from '../api/use-team-changes';
import { EditDialog } from '../../../components/edit-dialog';

const NAME_MAX = 80;
const INSTRUCTIONS_MAX = 4_000;
const NEW: AgentForm = { name: '', tone: Tone.casual, instructions: '', confidenceThreshold: null };
/** Where a threshold of one's own begins. */
const OWN_THRESHOLD = 0.5;

/** How an agent speaks, and what it is told. */
export function AgentDialog({ agent, onClose }: { agent: Agent | undefined; onClose: () => void }) {
  const { t } = useTranslation(['team', 'config']);
  const save = useSaveAgent();
  const remove = useRemoveAgent();
  const [form, setForm] = useState<AgentForm>(agent ?? NEW);
  const change = (part: Partial<AgentForm>) => setForm({ ...form, ...part });
  const { name, tone, instructions, confidenceThreshold } = form;
  const isDefault = agent?.isDefault === true;
  return (
    <EditDialog
      title={agent === undefined ? t('agents.new') : t('edit', { name: agent.name })}
      incomplete={name.trim() === ''}
      saving={save.isPending}
      removing={remove.isPending}
      error={save.error ?? remove.error}
      onSave={() =>
        save.mutate(
          { id: agent?.id, name: name.trim(), tone, instructions, confidenceThreshold },
          { onSuccess: onClose },
        )
      }
      onRemove={
        agent === undefined || isDefault ? undefined : () => remove.mutate(agent.id, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Field label={t('name')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={NAME_MAX}
            autoComplete="off"
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('config:tone.title')} hint={isDefault ? t('agents.defaultHint') : undefined}>
        {({ id }) => (
          <Select
            id={id}
            value={tone}
            onChange={(event) => change({ tone: event.target.value as Agent['tone'] })}
          >
            {Object.values(Tone).map((one) => (
              <option key={one} value={one}>
                {t(`config:tone.${one}.label`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('agents.instructions')} hint={t('agents.instructionsHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            maxLength={INSTRUCTIONS_MAX}
            value={instructions}
            onChange={(event) => change({ instructions: event.target.value })}
          />
        )}
      </Field>
      {!isDefault && (
        <OwnThreshold
          value={confidenceThreshold}
          onChange={(value) => change({ confidenceThreshold: value })}
        />
      )}
    </EditDialog>
  );
}

interface OwnThresholdProps {
  /** Null: the tenant's. */
  value: number | null;
  onChange: (value: number | null) => void;
}

function OwnThreshold({ value, onChange }: OwnThresholdProps) {
  const { t } = useTranslation(['team', 'config']);
  const format = useFormat();
  return (
    <div>
      <Checkbox
        label={t('agents.threshold')}
        hint={t('agents.thresholdHint')}
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? OWN_THRESHOLD : null)}
      />
      {value !== null && (
        <>
          <p className="text-md font-semibold">{format.percent(value)}</p>
          <Slider
            label={t('config:confidence.label')}
            value={Math.round(value * 100)}
            valueText={format.percent(value)}
            onChange={(percent) => onChange(percent / 100)}
          />
        </>
      )}
    </div>
  );
}
