import type { DocumentKind } from '../document.js';
import { document, rows } from './document.js';
import type { VerificationView } from './view.js';

/** Whether what is kept, or was handed out, is what was recorded and sealed. */
export const verification: DocumentKind<VerificationView> = {
  name: 'verification',
  document,
  summary: rows,
  data: ({ subject, checks }) => ({
    format: 'checkup-verification',
    formatVersion: 1,
    subject,
    holds: checks.every(({ wrong }) => wrong.length === 0),
    checks,
  }),
};
