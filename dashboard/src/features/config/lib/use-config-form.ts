import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useEffectEvent } from 'react';
import { useForm } from 'react-hook-form';
import { ApiError } from '../../../lib/api/api-error';
import type { BotConfig } from '../../../lib/api/types';
import { useSaveConfig } from '../api/use-save-config';
import { type ConfigForm, toConfig, toForm } from './config-form';
import { configFormSchema, problem } from './config-schema';
import { formFieldOf } from './server-field';

/** The settings under edit: unchanged they follow the stored ones, changed they stay until saved or discarded. */
export function useConfigForm(config: BotConfig, onSaved: () => void) {
  const form = useForm<ConfigForm>({
    resolver: zodResolver(configFormSchema),
    defaultValues: toForm(config),
    mode: 'onTouched',
  });
  const save = useSaveConfig();
  const { isDirty } = form.formState;

  const follow = useEffectEvent((stored: BotConfig) => {
    if (!isDirty) form.reset(toForm(stored));
  });
  useEffect(() => follow(config), [config]);

  const submit = form.handleSubmit(async (values) => {
    if (save.isPending) return;
    try {
      const saved = await save.mutateAsync(toConfig(values));
      form.reset(toForm(saved));
      onSaved();
    } catch (error) {
      if (error instanceof ApiError) showFieldErrors(error);
    }
  });

  function showFieldErrors(error: ApiError): void {
    for (const { path, message } of error.fields) {
      const field = formFieldOf(path);
      if (field === undefined) continue;
      // All else about times was checked here; a server in production wants longer ones.
      const words = field.startsWith('timing.') ? problem('tooShort') : message;
      form.setError(field, { type: 'server', message: words });
    }
  }

  return {
    form,
    isDirty,
    saving: save.isPending,
    /** What went wrong and belongs to no field. */
    error: save.error instanceof ApiError && save.error.fields.length > 0 ? null : save.error,
    submit: () => void submit(),
    discard: () => {
      save.reset();
      form.reset(toForm(config));
    },
  };
}
