import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@fontsource-variable/inter/index.css';
import './theme/tokens.css';
import './theme/port-looks.css';
import './theme/base.css';
import './theme/kit.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectHost } from './host.ts';
import { startApp } from './start-app.ts';

const host = connectHost();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
await startApp(host);
createRoot(root).render(<App />);
