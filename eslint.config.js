import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What nobody but the one file named may do. */
const onlyInMain = {
  'no-restricted-globals': [
    'error',
    { name: 'process', message: 'Only main.ts touches the process.' },
    { name: 'console', message: 'Write through App.' },
  ],
  'no-restricted-imports': ['error', { paths: ['process', 'node:process'] }],
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'reports/', 'test/golden/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/main.ts'], rules: onlyInMain },
  {
    files: ['**/*.config.ts'],
    // Tools insist on a default export.
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['bin/*.js', 'test/**/*.js', '*.config.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
