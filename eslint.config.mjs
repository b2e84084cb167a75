import tseslint from 'typescript-eslint';

const tests = ['**/test/**/*.ts', '**/*.spec.ts', 'tests/**/*.ts', 'libs/testing/**/*.ts'];

/** What STYLE asks for and a machine can see. Every finding is an error: a warning is read once. */
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/var/**',
      '**/coverage/**',
      '.nx/**',
      'tools/boundary-fixtures/**',
      'libs/client/src/generated/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      // `async` on a method of a port is part of its shape.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-deprecated': 'error',
      // Rows of pg and TypeORM are any by their own types; what a function returns is not.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      // TypeORM and Nest name classes so.
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/triple-slash-reference': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Requests leave through libs/safe-http or @accord/service/service-client.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'The environment is read once, by @accord/service/config.',
        },
        { selector: 'TSEnumDeclaration', message: 'A union of words reads better and needs no code.' },
      ],
    },
  },
  { files: ['**/*.entity.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    // The places that read the environment or talk to a terminal.
    files: ['libs/service/src/config.ts', 'libs/testing/src/**/*.ts', 'tools/**/*.ts', 'tests/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // The identity provider's keys.
  { files: ['libs/service/src/token-verifier.ts'], rules: { 'no-restricted-globals': 'off' } },
  // The client runs in others' software, with the platform's fetch: one line names it.
  { files: ['libs/client/src/platform-fetch.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off', 'no-restricted-globals': 'off' } },
  {
    // A describe holds many tests; what jest hands out is any; a test may call what only it would.
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/max-params': 'off',
    },
  },
);
