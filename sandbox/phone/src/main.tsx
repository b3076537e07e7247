import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { NoticeProvider } from './components/use-notice';
import { strings } from './strings';
import './styles.css';

// The stream says when something changed, so nothing has to be asked for twice.
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: 1 } } });

document.title = `${strings.product} · ${strings.subtitle}`;

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <NoticeProvider>
          <App />
        </NoticeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
