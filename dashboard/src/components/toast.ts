import { Toast } from '@base-ui/react/toast';

export type ToastTone = 'success' | 'info' | 'warning' | 'danger';

export const toastManager = Toast.createToastManager();

interface ToastOptions {
  tone: ToastTone;
  title: string;
  description?: string | undefined;
  action?: { label: string; run(): void };
  /** The same key again replaces the one that is shown. */
  key?: string;
}

const SHOWN_MS = 5_000;
const SHOWN_WITH_ACTION_MS = 12_000;

/** Says something in passing. What must not be missed belongs on the page instead. */
export function showToast({ tone, title, description, action, key }: ToastOptions): void {
  const id = toastManager.add({
    ...(key === undefined ? {} : { id: key }),
    type: tone,
    title,
    description,
    priority: tone === 'danger' ? 'high' : 'low',
    timeout: action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS,
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              toastManager.close(id);
              action.run();
            },
          },
        }),
  });
}
