import './lib/node-version.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

// What `npm run play` serves, for a server of your own: dist/client.
await ensureInstalled();
await ensureBuilt('client', 'server');
