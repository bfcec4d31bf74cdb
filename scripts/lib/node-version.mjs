// For scripts that are started without `npm run`.
import './node-version.cjs';
