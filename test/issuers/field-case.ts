// Small inputs that once went wrong: test/fixtures/field-cases, which has a README.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '../fixtures/field-cases');

export const fieldCasePath = (name: string): string => path.join(FOLDER, name);

export const fieldCase = (name: string): string => readFileSync(fieldCasePath(name), 'utf8');
