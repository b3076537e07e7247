import type { ComponentType } from 'react';
import type { SettingsSchema } from './settings-schema';

/** One setting of a block, wherever it stands. */
export interface SettingProps {
  nodeId: string;
  kind: string;
  /** With places: `buttons.0.title`. */
  path: string;
  schema: SettingsSchema;
  value: unknown;
  /** The words of what is wrong at a path, if anything is. */
  errorAt: (path: string) => string | undefined;
  onChange: (value: unknown) => void;
  /** Draws what stands inside: settings nest, files do not. */
  Setting: ComponentType<SettingProps>;
}
