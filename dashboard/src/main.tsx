import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startI18n } from './lib/i18n/start-i18n';
import { followOtherTabs } from './lib/session/session-channel';
import { followTheme } from './lib/theme/theme';

followTheme();
followOtherTabs();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
try {
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
} catch {
  // Not even the words came: the one sentence that has to be here.
  root.textContent = 'Não foi possível abrir a Prosa. Confira a sua internet e atualize a página.';
}
