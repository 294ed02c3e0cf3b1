import type { CommandEntry } from './command.js';

/** THE LIST of commands, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'home',
    summary: 'where things stand and the next step (what checkup alone does)',
    load: () => import('./home.js'),
  },
  {
    name: 'audit',
    summary: 'start or go on with the audit of a dealership and quarter',
    load: () => import('./audit.js'),
  },
  {
    name: 'brief',
    summary: 'what to know before going in: the last check-up, the time, the records',
    load: () => import('./brief.js'),
  },
  {
    name: 'draw',
    summary: 'draw which records of a CSV file to check',
    load: () => import('./draw.js'),
  },
  {
    name: 'form',
    summary: 'write a check-up to print, or an answers file to fill in',
    load: () => import('./form.js'),
  },
  {
    name: 'answer',
    summary: 'record or correct one answer, with note and evidence',
    load: () => import('./answer.js'),
  },
  {
    name: 'answers',
    summary: 'the answers of an audit, and how they came about',
    load: () => import('./answers.js'),
  },
  {
    name: 'void',
    summary: 'take a wrong audit back: one with answers stays listed and no longer counts',
    load: () => import('./void.js'),
  },
  {
    name: 'dealership',
    summary: 'add, list, rename or group dealerships',
    load: () => import('./dealership.js'),
  },
  {
    name: 'list',
    summary: 'audits so far: state, coverage, score',
    load: () => import('./list.js'),
  },
  {
    name: 'report',
    summary: 'write the report of one audit',
    load: () => import('./report.js'),
  },
  {
    name: 'verify',
    summary: 'whether what is kept, or was handed out, is what was recorded and sealed',
    load: () => import('./verify.js'),
  },
  {
    name: 'compare',
    summary: 'compare two quarters of a dealership, show its trend, or rank several dealerships',
    load: () => import('./compare.js'),
  },
  {
    name: 'checklist',
    summary: 'check, show, compare or copy a checklist; print its schema',
    load: () => import('./checklist.js'),
  },
  {
    name: 'where',
    summary: 'where your data is, and how to back it up or move it',
    load: () => import('./where.js'),
  },
  {
    name: 'demo',
    summary: 'play the example, a group of five dealerships',
    load: () => import('./demo.js'),
  },
  {
    name: 'completion',
    summary: 'print what makes your shell complete commands, flags and their values',
    load: () => import('./completion.js'),
  },
];
