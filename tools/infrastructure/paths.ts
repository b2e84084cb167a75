import { fileURLToPath } from 'node:url';

/** The workspace: the folder that holds package.json, apps and libs. Ends without a slash. */
export const workspaceRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
