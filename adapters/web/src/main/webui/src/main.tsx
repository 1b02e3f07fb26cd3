import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueries } from './api/queries';
import { router } from './routes';
import './main.css';
import { Themed } from './Themed';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('the page has no place for the application');
}
createRoot(root).render(
  <StrictMode>
    <Themed>
      <QueryClientProvider client={createQueries()}>
        <ModalsProvider>
          <Notifications position="bottom-left" />
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </Themed>
  </StrictMode>,
);
