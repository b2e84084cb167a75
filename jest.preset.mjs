import { readFileSync } from 'node:fs';

const swcrc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
const root = new URL('./', import.meta.url).pathname;

/** Shared by every project. ESM in jest needs NODE_OPTIONS=--experimental-vm-modules (set by tools/nx-infer.cjs). */
export default {
  testEnvironment: 'node',
  rootDir: process.cwd(),
  testMatch: ['<rootDir>/{src,test}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcrc, swcrc: false }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@accord/(contracts|database|messaging|service|safe-http|receipts|reference-data|offer-formats|offer-checks|offer-composer|client|testing)/(.+)$': `${root}libs/$1/src/$2.ts`,
  },
  testTimeout: 30_000,
  passWithNoTests: false,
};
