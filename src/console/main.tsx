// The web console: the public GraphQL API as pages for people. It starts here, and imports no module of the server.
// The first: a key in the address is gone from it before the router reads it.
import './app/wall/given-key.ts';
import './style/base.css';
import './style/layout.css';
import './style/controls.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './app/queries.ts';
import { router } from './app/router.tsx';
import { startWords } from './words/words.ts';

const start = async (): Promise<void> => {
  const root = document.getElementById('console');
  if (root === null) return;
  await startWords();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
};

void start();
